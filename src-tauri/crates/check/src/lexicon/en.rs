//! English words.

use super::Class::{self, *};

#[rustfmt::skip]
pub(super) const WORDS: &[(Class, &str)] = &[
    (Month, "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9
        october=10 november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9
        oct=10 nov=11 dec=12"),
    (Weekday, "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mon=1 tue=2
        tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7"),
    (Number, "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
        twelve=12"),
    (And, "and or"),
    (Dangling, "a an the and or of into per via during among amongst between despite regarding
        concerning upon toward towards whose my our their"),
    (Function, "the of and to in a is that for it as was with be by on not he his but at are this
        have from or had an they which were their been has would there what will when who him her our
        its into than then them these those such some other about between under over after before during
        through against within without while where"),
    (Verb, "is are was were has have had will would can could may might must shall should does did
        do began opened said told noted met took made held signed won"),
    (Said, "said says say told tells noted notes added adds stressed stresses explained explains
        stated states announced announces declared declares commented comments remarked warned recalled
        emphasised emphasized underlined concluded continued confirmed confirms replied insisted argued
        observed pointed asked quipped joked laughed smiled recalls remarks insists argues wrote writes
        admitted admits conceded acknowledged urged urges warns responded responds promised
        reflected believes hoped thanked praised testified"),
    (Dotted, "mr mrs ms dr prof gen col lt maj capt sgt adm cdr brig sen rep gov st no nos vol pp p
        vs etc inc ltd co corp jr sr approx dept est fig al ca cf ext incl excl resp rev hon messrs mt
        ft art ch sec tel eg ie jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri
        sat sun min max avg govt assn bros ave blvd rd u.s u.k u.n e.g i.e a.m p.m ph.d d.c m.p"),
    (Title, "mr mrs ms miss dr prof professor sir dame lord lady general colonel lieutenant major
        captain sergeant admiral commander brigadier marshal president minister secretary director
        chairman chairwoman chair ambassador governor mayor senator chief deputy commissioner inspector
        superintendent spokesman spokeswoman spokesperson manager engineer harbourmaster corporal
        commodore gen col lt maj capt sgt adm cdr brig pilot bishop judge justice chancellor rector dean king queen prince princess
        cllr councillor baroness baron archbishop sheriff coach trainer clerk"),
    (Unit, "km m cm mm kg g t mg l ml ha kw mw gw kwh mwh gwh twh hz khz mhz ghz kb mb gb tb nm kn
        mph kph ft lb oz tonnes tons metres meters kilometres kilometers miles litres liters hectares
        knots"),
    (Currency, "dollar dollars euro euros pound pounds rouble roubles ruble rubles yen krone kroner
        kronor franc francs usd eur gbp rub chf nok sek dkk jpy cny som soms tenge"),
    (Relative, "yesterday=1 today=2 tomorrow=3 tonight=2"),
    (Future, "will shall"),
    (Past, "was were took met opened signed began held visited arrived attended hosted concluded
        ended"),
    (Twice, "that had very no so bye ha her far many much long"),
    (Known, "un eu us uk usa nato uae unesco unicef who imf wto osce opec nasa bbc cnn afp tv pc
        ceo cfo cto phd pdf http https www html url id ok gmt utc bst cet cest est edt pst pdt am pm ad
        bc gdp vat hiv aids covid dna rna gps sms faq diy suv led lcd usb cd dvd it hr pr ac dc mp mps
        iq ussr brics g7 g20 nhs fbi cia irs radio it's i ii iii iv v vi vii viii ix x xi xii xiii xiv
        xv xvi xvii xviii xix xx xxi ends nb ps rsvp isbn vip asap iso"),
    (Zone, "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt msk ist jst aest aedt eet eest wet
        local"),
    (Head, "exercise exercises drill drills manoeuvres maneuvers operation programme program
        project forces force conference forum summit festival campaign initiative mission competition
        games contest expedition survey strategy plan convention treaty agreement declaration fund
        committee commission council agency ministry department directorate institute university
        academy centre center school organisation organization company association union brigade
        battalion division regiment corps squadron fleet authority bureau"),
    (Total, "total totals sum altogether overall"),
];
