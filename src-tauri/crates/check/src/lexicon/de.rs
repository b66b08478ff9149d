//! German words.

use super::Class::{self, *};

#[rustfmt::skip]
pub(super) const WORDS: &[(Class, &str)] = &[
    (Month, "januar=1 jänner=1 februar=2 feber=2 märz=3 april=4 mai=5 juni=6 juli=7 august=8
        september=9 oktober=10 november=11 dezember=12 jan=1 feb=2 apr=4 aug=8 sept=9 okt=10 nov=11
        dez=12"),
    (Weekday, "montag=1 dienstag=2 mittwoch=3 donnerstag=4 freitag=5 samstag=6 sonnabend=6
        sonntag=7"),
    (Number, "zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12"),
    (And, "und oder"),
    (Dangling, "der dem des den eine einen einem einer eines und oder von für bei zwischen gegen
        ohne während wegen trotz seit vom zum zur im am beim"),
    (Function, "der die das und ist in den von zu mit sich auf für nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
        haben nur oder aber vor zur bis mehr durch man sein wurde im dem des vom"),
    (Verb, "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können soll
        sollen muss müssen"),
    (Said, "sagt sagte erklärt erklärte betont betonte teilte mitgeteilt berichtet berichtete
        ergänzt ergänzte fügte unterstrich meint meinte bekräftigte kündigte so hob erläuterte
        erläutert erzählt erzählte erinnert erinnerte freut lobt lobte warnt warnte fordert forderte
        verspricht versprach hofft hoffte lacht lachte scherzt scherzte schreibt schrieb antwortet
        antwortete räumt räumte gesteht gestand bestätigt bestätigte bedauert bedauerte resümiert
        resümierte kommentiert kommentierte schildert schilderte versichert versicherte verriet schwärmt
        schwärmte glaubt glaubte bilanziert mahnt mahnte"),
    (Dotted, "dr prof hr fr nr st str bzw usw ca vgl inkl exkl evtl ggf abs
        art bd tel mio mrd tsd jan feb apr aug sept okt nov dez gem lt max min ing
        dipl phil med jur rd zzgl"),
    (Title, "herr frau trainer trainerin cheftrainer cheftrainerin dr prof professor professorin general oberst leutnant major hauptmann
        admiral präsident präsidentin minister ministerin direktor direktorin sekretär botschafter
        botschafterin bürgermeister bürgermeisterin generalmajor generalleutnant generaloberst kapitän
        kommandeur landrat landrätin oberbürgermeister oberbürgermeisterin ministerpräsident
        ministerpräsidentin kanzler kanzlerin stadtrat stadträtin dezernent dezernentin leiter leiterin vorsitzender vorsitzende hafenkapitän hafenkapitänin sprecher
        sprecherin"),
    (Unit, "km m cm mm kg g t mg l ml ha kw mw gw kwh mwh hz khz mhz ghz kb mb gb tb"),
    (Currency, "euro dollar pfund franken kronen eur usd chf rubel"),
    (Relative, "gestern=1 heute=2 morgen=3"),
    (Future, "wird werden"),
    (Past, "wurde wurden war waren fand fanden"),
    (Twice, "die der das den sie ihr dass sehr zu in an auf mit wenn für"),
    (Known, "eu un uno usa nato brd ddr ard zdf mwst bip gmbh ag kg ev gmt utc mez mesz i ii iii iv
        v vi vii viii ix x xi xii tüv adac lkw pkw plz iban pdf tv it ceo edv"),
    (Zone, "gmt utc mez mesz uhr"),
    (Head, "übung manöver operation programm projekt kräfte truppen konferenz forum gipfel festival
        kampagne mission abkommen vertrag fonds ausschuss kommission rat behörde ministerium institut
        universität akademie zentrum schule organisation gesellschaft verband union"),
    (Total, "gesamt insgesamt summe zusammen"),
];
