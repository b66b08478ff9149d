//! Spanish words.

use super::Class::{self, *};

#[rustfmt::skip]
pub(super) const WORDS: &[(Class, &str)] = &[
    (Month, "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9
        setiembre=9 octubre=10 noviembre=11 diciembre=12"),
    (Weekday, "lunes=1 martes=2 miércoles=3 jueves=4 viernes=5 sábado=6 domingo=7 miercoles=3
        sabado=6"),
    (Number, "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11
        doce=12"),
    (And, "y o e u"),
    (Dangling, "el los las un una unos unas del al y o e u de a en con por para sin sobre entre
        desde hasta hacia según durante ante tras su sus"),
    (Function, "de la que el en y a los del se las por un para con no una su al es lo como más pero
        sus le ya o fue este ha sí porque esta son entre cuando muy sin sobre ser también han donde
        desde nos durante"),
    (Verb, "es son fue fueron era eran ha han había habían será serán está están puede pueden debe
        deben tiene tienen"),
    (Said, "dijo dice afirmó afirma declaró declara explicó explica señaló señala añadió añade
        destacó destaca subrayó subraya indicó indica aseguró asegura anunció anuncia informó recordó
        manifestó concluyó cuenta contó comentó comenta recuerda relató relata bromeó bromea sonríe
        sonrió insistió insiste advirtió advierte reconoció reconoce lamentó lamenta prometió promete
        respondió responde precisó precisa sostuvo sostiene opinó opina confesó confiesa agregó agrega
        expresó expresa detalló detalla resumió resume admitió admite apuntó apunta matizó zanjó aclaró
        aclara informa concluye manifiesta confirmó confirma agradeció agradece"),
    (Dotted, "sr sra srta dr dra d dª art pág págs núm etc ej tel avda vol cap prof gral ee uu ud
        uds"),
    (Title, "doctor doctora señor señora sr sra dr dra profesor profesora general coronel teniente comandante
        capitán almirante presidente presidenta ministro ministra director directora secretario
        secretaria embajador embajadora alcalde alcaldesa gobernador jefe jefa"),
    (Unit, "km m cm mm kg g t mg l ml ha kw mw gw kwh mwh hz khz mhz ghz kb mb gb tb"),
    (Currency, "euro euros dólar dólares peso pesos libra libras eur usd"),
    (Relative, "ayer=1 hoy=2"),
    (Future, "será serán tendrá tendrán celebrará celebrarán"),
    (Past, "fue fueron tuvo tuvieron celebró celebraron"),
    (Twice, "muy que no"),
    (Known, "onu ue otan eeuu iva pib pyme oms fmi omc gmt utc i ii iii iv v vi vii viii ix x xi
        xii xiii xiv xv xvi xvii xviii xix xx xxi dni pdf tv rtve ue"),
    (Zone, "gmt utc cet cest"),
    (Head, "ejercicio ejercicios operación programa proyecto fuerzas fuerza conferencia foro cumbre
        festival campaña misión acuerdo tratado fondo comité comisión consejo agencia ministerio
        instituto universidad academia centro escuela organización empresa asociación unión"),
    (Total, "total totales suma"),
];
