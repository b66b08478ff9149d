//! French words.

use super::Class::{self, *};

#[rustfmt::skip]
pub(super) const WORDS: &[(Class, &str)] = &[
    (Month, "janvier=1 février=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 septembre=9
        octobre=10 novembre=11 décembre=12 fevrier=2 aout=8 decembre=12 janv=1 févr=2 avr=4 juil=7
        sept=9 oct=10 nov=11 déc=12"),
    (Weekday, "lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7"),
    (Number, "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12"),
    (And, "et ou"),
    (Dangling, "le la les un une des du au aux ce cette ces de à en dans par sur chez et ou d l dès
        vers entre leur leurs notre"),
    (Function, "le la les de des du et un une est dans pour que qui par sur au aux avec ce cette il
        elle ne pas plus son sa ses leur leurs été ont sont a se ou mais comme nous vous ils elles être
        avoir entre après avant en"),
    (Verb, "est sont a ont était étaient sera seront avait avaient aura auront fait peut doit
        doivent peuvent"),
    (Said, "dit déclaré déclare affirme affirmé souligne souligné ajoute ajouté précise précisé
        explique expliqué indique indiqué rappelle rappelé annonce annoncé estime conclut poursuit
        assure observe note noté raconte raconté confie confié assuré sourit lance lancé amuse plaisante
        plaisanté exclame exclamé témoigne témoigné commente commenté constate constaté reconnaît reconnu
        regrette regretté promet prévient prévenu insiste insisté résume résumé répond répondu relève
        relevé détaille détaillé martèle plaide plaidé renchérit soupire confirme confirmé espère espéré
        enthousiasme glisse glissé avoue avoué déclarait expliquait disait reprend"),
    (Dotted, "m mm mme dr pr art p pp vol etc cf env av bd tél ex chap fig éd janv févr avr juil
        sept oct nov déc st ste no"),
    (Title, "m mme mlle madame monsieur docteur docteure entraîneur entraîneuse dr pr professeur général colonel lieutenant commandant capitaine amiral
        président présidente ministre directeur directrice secrétaire ambassadeur ambassadrice maire
        préfet préfète gouverneur chef ingénieur"),
    (Unit, "km m cm mm kg g t mg l ml ha kw mw gw kwh mwh hz khz mhz ghz ko mo go to"),
    (Currency, "euro euros dollar dollars franc francs livre livres couronne couronnes eur usd
        chf"),
    (Relative, "hier=1 aujourd’hui=2 aujourd'hui=2 demain=3"),
    (Future, "sera seront aura auront"),
    (Past, "était étaient"),
    (Twice, "nous vous très si en le la"),
    (Known, "onu ue otan usa sncf ratp tva pib pme pdg ceo cnrs oms fmi omc gmt utc i ii iii iv v
        vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi rf bp cs tel tv pdf"),
    (Zone, "gmt utc cet cest"),
    (Head, "exercice exercices opération programme projet forces force conférence forum sommet
        festival campagne mission accord traité fonds comité commission conseil agence ministère
        institut université académie centre école organisation société association union"),
    (Total, "total totaux somme ensemble"),
];
