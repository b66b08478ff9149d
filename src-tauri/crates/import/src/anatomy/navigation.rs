//! What a web page says to its visitors and not to its readers: "Go back", "Print this page".

use dateline_model::{Block, say};

use super::{is_short, words};
use crate::{Draft, quoted_all};

/// Lines that are navigation wherever they stand alone.
const ALWAYS: &[&str] = &[
    "all news",
    "back to all news",
    "back to list",
    "back to news",
    "back to results",
    "back to the all news",
    "back to the list",
    "back to the news",
    "back to the section",
    "back to the top",
    "back to top",
    "email this page",
    "go back",
    "go to the section",
    "go to top",
    "next news",
    "previous news",
    "print this page",
    "print version",
    "printer-friendly version",
    "return to the list",
    "share on facebook",
    "share on linkedin",
    "share on telegram",
    "share on twitter",
    "share on whatsapp",
    "share on x",
    "share this",
    "share this page",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "view all news",
    "вернуться в раздел",
    "вернуться к новостям",
    "вернуться к списку",
    "вернуться назад",
    "версия для печати",
    "все новости",
    "к списку новостей",
    "назад к списку",
    "распечатать",
    "aller au contenu",
    "haut de page",
    "imprimer cette page",
    "retour à la liste",
    "toutes les actualités",
    "alle meldungen",
    "nach oben",
    "seite drucken",
    "zum inhalt springen",
    "zurück zur übersicht",
    "ir al contenido",
    "todas las noticias",
    "volver a la lista",
];

/// Words that are navigation only before the first or after the last line of the text.
const AT_THE_EDGE: &[&str] = &[
    "about us",
    "contact us",
    "news",
    "site map",
    "sitemap",
    "back",
    "home",
    "menu",
    "next",
    "previous",
    "print",
    "search",
    "share",
    "top",
    "tweet",
    "главная",
    "меню",
    "наверх",
    "назад",
    "печать",
    "поделиться",
    "поиск",
    "accueil",
    "imprimer",
    "partager",
    "retour",
    "drucken",
    "startseite",
    "teilen",
    "zurück",
    "compartir",
    "imprimir",
    "inicio",
    "volver",
];

/// Takes navigation out of the blocks, and notes each line of it.
pub(super) fn leave_out(blocks: &mut Vec<Block>, draft: &mut Draft) {
    let is = |block: &Block, list: &[&str]| {
        is_short(block)
            && words(block).is_some_and(|text| text.split('\n').all(|line| is_one_of(line, list)))
    };
    let edge = |block: &&Block| {
        is(block, ALWAYS)
            || is(block, AT_THE_EDGE)
            || words(block).is_some_and(|text| text.split('\n').all(is_menu))
    };
    let before = blocks.iter().take_while(edge).count();
    let after = blocks[before..].iter().rev().take_while(edge).count();
    let end = blocks.len() - after;
    let mut left_out = Vec::new();
    let mut at = 0;
    blocks.retain(|block| {
        let edge = at < before || at >= end;
        at += 1;
        let out = edge || is(block, ALWAYS);
        if out {
            let text = words(block).unwrap_or_default();
            left_out.extend(text.split('\n').map(str::to_owned));
        }
        !out
    });
    if !left_out.is_empty() {
        draft.note(say!("Web navigation left out: {lines}.", lines = quoted_all(left_out)));
    }
}

/// "Home | News | Contact": short parts of a line, one of them a known one.
fn is_menu(line: &str) -> bool {
    let parts: Vec<_> = line.split(['|', '·', '>', '»', '›']).map(str::trim).collect();
    parts.len() > 1
        && parts.iter().all(|part| (1..=3).contains(&part.split_whitespace().count()))
        && parts.iter().any(|part| is_one_of(part, AT_THE_EDGE))
}

fn is_one_of(line: &str, list: &[&str]) -> bool {
    let ornament = |c: char| {
        c.is_whitespace()
            || matches!(c, '«' | '»' | '‹' | '›' | '<' | '>' | '←' | '→' | '↑' | '|' | '•' | '·')
    };
    let line = line.trim_matches(ornament).to_lowercase();
    list.contains(&line.as_str())
}
