//! What belonged to the page that a text was copied from.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Place},
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "navigation",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "A line that belonged to a web page: “Go back”, “Share”, “Read more”.",
    why: "Copied pages bring their buttons along; printed, they look careless.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "The port is open.\n⟦Go back⟧\n⟦Back to the section⟧\n⟦Share on Facebook⟧\n⟦Home > News > Port⟧",
        ),
        en("⟦< Previous | Next >⟧\n⟦Share this: Facebook Twitter⟧\n⟦Like us on Facebook⟧"),
        en("⟦Home | News | About us⟧\nThe port is open."),
        en("⟦Share this page: Facebook | X | LinkedIn⟧\nThe port is open."),
        en("⟦Facebook | Twitter | LinkedIn⟧\n⟦Share:⟧\n⟦Read more →⟧\n⟦© 2024 Port of Vestmark⟧"),
        fr("⟦Retour à la liste⟧\n⟦Partager⟧\n⟦Lire la suite⟧"),
        de("⟦Zurück zur Übersicht⟧\n⟦Teilen⟧\n⟦Weiterlesen⟧"),
        es("⟦Volver⟧\n⟦Compartir⟧\n⟦Leer más⟧"),
        ru("⟦Назад⟧\n⟦Поделиться⟧\n⟦К списку новостей⟧\n⟦Версия для печати⟧"),
    ],
    passes: &[
        en(
            "Go back to the quay, he told them.\nShare prices rose.\nBack to school in Vestmark: the ferry runs again.\nHome win for Vestmark.",
        ),
        en("Press release | Port of Vestmark | 12 May 2026\nThe port is open."),
        de("Zurück blieb nur das Boot."),
    ],
    check: Check::Block(check),
};

/// Whole lines, in lower case and without arrows.
fn lines(primary: &str) -> &'static [&'static str] {
    match primary {
        "en" => &[
            "go back",
            "back",
            "back to top",
            "back to the top",
            "top",
            "read more",
            "read also",
            "see also on our site",
            "more",
            "read all",
            "show more",
            "load more",
            "view all",
            "see all",
            "all news",
            "latest news",
            "related news",
            "related articles",
            "related content",
            "share",
            "share this",
            "share this article",
            "share this page",
            "tweet",
            "print",
            "print this page",
            "print version",
            "printable version",
            "home",
            "menu",
            "search",
            "next",
            "previous",
            "next article",
            "previous article",
            "subscribe",
            "subscribe to our newsletter",
            "sign up",
            "log in",
            "login",
            "register",
            "accept all cookies",
            "accept cookies",
            "download pdf",
            "click here",
            "follow us",
            "site map",
            "sitemap",
            "skip to content",
            "skip to main content",
            "copy link",
            "send by email",
            "email this",
            "comments",
            "leave a comment",
            "advertisement",
            "toggle navigation",
            "you are here",
            "close",
            "privacy policy",
            "terms of use",
            "all rights reserved",
        ],
        "fr" => &[
            "retour",
            "retour à la liste",
            "retour à l’accueil",
            "retour en haut",
            "haut de page",
            "partager",
            "imprimer",
            "lire la suite",
            "lire aussi",
            "voir aussi",
            "à lire aussi",
            "lire plus",
            "en savoir plus",
            "accueil",
            "toutes les actualités",
            "voir tout",
            "suivant",
            "précédent",
            "s’abonner",
            "se connecter",
            "rechercher",
            "menu",
            "cliquez ici",
            "télécharger",
            "mentions légales",
            "plan du site",
            "tweeter",
            "version imprimable",
        ],
        "de" => &[
            "zurück",
            "zurück zur übersicht",
            "zurück zur startseite",
            "nach oben",
            "teilen",
            "drucken",
            "mehr",
            "weiterlesen",
            "lesen sie auch",
            "siehe auch",
            "mehr zum thema",
            "mehr lesen",
            "mehr erfahren",
            "startseite",
            "alle meldungen",
            "alle nachrichten",
            "weiter",
            "vorherige",
            "nächste",
            "anmelden",
            "suche",
            "menü",
            "hier klicken",
            "impressum",
            "datenschutz",
            "newsletter abonnieren",
            "druckversion",
            "seite drucken",
            "artikel teilen",
        ],
        "es" => &[
            "volver",
            "volver atrás",
            "volver arriba",
            "atrás",
            "compartir",
            "imprimir",
            "leer más",
            "lea también",
            "ver también",
            "síganos en facebook",
            "lee también",
            "noticias relacionadas",
            "ver más",
            "más información",
            "inicio",
            "todas las noticias",
            "siguiente",
            "anterior",
            "suscribirse",
            "buscar",
            "menú",
            "haga clic aquí",
            "iniciar sesión",
            "aviso legal",
            "mapa del sitio",
            "versión para imprimir",
        ],
        "ru" => &[
            "назад",
            "вернуться",
            "вернуться назад",
            "наверх",
            "поделиться",
            "распечатать",
            "печать",
            "версия для печати",
            "читать далее",
            "читайте также",
            "читать также",
            "смотрите также",
            "читать дальше",
            "подробнее",
            "далее",
            "все новости",
            "к списку новостей",
            "назад к списку",
            "назад в раздел",
            "вернуться в раздел",
            "главная",
            "меню",
            "поиск",
            "следующая",
            "предыдущая",
            "подписаться",
            "войти",
            "нажмите здесь",
            "карта сайта",
            "скачать",
            "комментарии",
        ],
        "ar" => &[
            "مشاركة",
            "شارك",
            "طباعة",
            "العودة",
            "الرئيسية",
            "المزيد",
            "اقرأ المزيد",
            "اقرأ أيضا",
            "التالي",
            "السابق",
            "بحث",
        ],
        _ => &[],
    }
}

/// How such a line can begin, when it is short and no sentence.
fn beginnings(primary: &str) -> &'static [&'static str] {
    match primary {
        "en" => &[
            "share this:",
            "like us on",
            "back to the ",
            "back to all",
            "share on ",
            "share via ",
            "share to ",
            "follow us on ",
            "return to ",
            "filed under",
        ],
        "fr" => &["retour à la ", "retour au", "partager sur ", "suivez-nous sur "],
        "de" => {
            &["zurück zur ", "zurück zum ", "teilen auf ", "auf facebook teilen", "folgen sie uns"]
        }
        "es" => &["volver a la ", "volver al ", "compartir en ", "síganos en "],
        "ar" => &["العودة إلى ", "مشاركة على ", "شارك على "],
        "ru" => &["назад к ", "вернуться к ", "поделиться в ", "поделиться на "],
        _ => &[],
    }
}

/// Longer lines are sentences.
const LONGEST: usize = 60;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let place = matches!(block.place, Place::Paragraph | Place::Unknown | Place::ListItem);
    if !place || block.slot != Slot::Body || block.text().len() > LONGEST * 2 {
        return;
    }
    let text = block.text().trim();
    if text.chars().count() > LONGEST {
        return;
    }
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '©')
        .to_lowercase()
        .replace('\'', "’");
    let sentence = text.ends_with(['.', '!', '?', ',', ';']);
    let words = block.tokens.iter().filter(|token| token.is_wordlike()).count();
    let known = lines(block.primary()).contains(&bare.as_str());
    let begins = words <= 7
        && beginnings(block.primary()).iter().any(|beginning| bare.starts_with(beginning));
    let crumbs = block
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Mark('>' | '›' | '»' | '→')))
        .count()
        >= 2
        && block.quotes.iter().all(|quote| quote.partner.is_none());
    let steps = matches!(
        bare.replace(['|', '<', '>'], " ").split_whitespace().collect::<Vec<_>>()[..],
        ["previous" | "prev", "next"]
    );
    let rights = bare.starts_with('©');
    let named = block.tokens.iter().filter(|token| token.is_wordlike());
    let networks = words >= 2 && named.clone().all(is_network(block))
        || words <= 9 && !sentence && named.filter(|token| is_network(block)(token)).count() >= 2;
    if (known || begins) && !sentence
        || crumbs
        || is_bar(block, text)
        || rights
        || networks
        || steps
    {
        let start = block.text().len() - block.text().trim_start().len();
        notes
            .at(
                block,
                start..start + text.len(),
                say!("This line belonged to the web page that the text was copied from."),
            )
            .fix("");
    }
}

/// Whether a line is a page's bar of sections: parts with strokes between, one of them a known one.
fn is_bar(block: &Block, text: &str) -> bool {
    let known = lines(block.primary());
    let mut parts = text.split(['|', '•']).map(|part| crate::reading::lower(part.trim()));
    text.contains(['|', '•']) && parts.any(|part| known.contains(&part.as_ref()))
}

/// The names that stand side by side below every page.
fn is_network(block: &Block) -> impl Fn(&crate::reading::Token) -> bool {
    |token| {
        let word = crate::reading::lower(&block.text()[token.range()]);
        matches!(
            word.as_ref(),
            "facebook"
                | "twitter"
                | "x"
                | "linkedin"
                | "instagram"
                | "telegram"
                | "whatsapp"
                | "youtube"
                | "vk"
                | "email"
        )
    }
}
