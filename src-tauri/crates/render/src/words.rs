//! The catalogue: every word that a page or a text says by itself, in each language it knows.
//!
//! Architecture invariant: no renderer holds a word of any language. A language without an entry
//! speaks English, and its pages mark those words as English.

use chrono::{Datelike, NaiveDate};
use dateline_model::{DatelineStyle, Embargo, Kind, Language, Office, long_date, weekday_names};

/// The embargo as it stands on a page, e.g. `Not for publication or broadcast before 00:01,
/// Thursday 11 October 2018 (Bishkek, UTC+6)`, for whoever must say it elsewhere.
pub fn embargo_line(embargo: &Embargo, language: &Language, office: &Office) -> String {
    Words::of(language).embargo_line(embargo, language, office)
}

/// The words of one language. Braces mark what is filled in.
pub(crate) struct Words {
    /// The language of the words themselves.
    pub(crate) tag: &'static str,
    /// The release line of a text that is free to use.
    pub(crate) immediate: &'static str,
    /// The mark on what is not approved. Outside English the word that every newsroom knows stands
    /// beside the local one.
    pub(crate) draft: &'static str,
    /// What follows that mark in a line of its own.
    pub(crate) not_for_publication: &'static str,
    /// The embargo line: `{time}`, `{date}`, `{zone}`.
    pub(crate) embargo: &'static str,
    /// The embargo in a title or subject: the same, as a mark in front of the headline.
    pub(crate) embargo_mark: &'static str,
    /// A date with its weekday: `{weekday}`, `{date}`.
    pub(crate) day: &'static str,
    /// What a reference number numbers.
    pub(crate) press_release: &'static str,
    /// The kinds, in the order of [`Kind::ALL`].
    pub(crate) kinds: [&'static str; 7],
    /// The heading of a correction note.
    pub(crate) correction: &'static str,
    /// The same, with the reference of what is corrected: `{release}`.
    pub(crate) corrects: &'static str,
    /// What stands on a release that was corrected since: `{release}` is the correction.
    pub(crate) corrected: &'static str,
    /// The British end mark.
    pub(crate) ends: &'static str,
    /// Notes to editors.
    pub(crate) notes: &'static str,
    /// The heading of a boilerplate without one.
    pub(crate) about: &'static str,
    /// Media contact.
    pub(crate) contact: &'static str,
    /// The list of addresses below a plain text.
    pub(crate) links: &'static str,
    /// A picture in a plain text.
    pub(crate) picture: &'static str,
    /// In the place of a picture whose file is not there.
    pub(crate) picture_missing: &'static str,
    /// A table that has no caption.
    pub(crate) table: &'static str,
    /// The mark on a withdrawn release.
    pub(crate) withdrawn: &'static str,
    /// What a withdrawal notice says.
    pub(crate) withdrawal: &'static str,
    /// Before the reason of a withdrawal.
    pub(crate) reason: &'static str,
    /// The heading over a bulletin's list of items.
    pub(crate) contents: &'static str,
    /// An issue number: `{number}`.
    pub(crate) issue: &'static str,
    /// How many items a bulletin leaves out: `{number}`.
    pub(crate) left_out: &'static str,
    /// The list of everything on a site.
    pub(crate) all_news: &'static str,
    /// The way from a release back to its section.
    pub(crate) back_to_section: &'static str,
    /// The name of the way up, for who cannot see it.
    pub(crate) where_you_are: &'static str,
    /// The name of the links to other editions, for who cannot see them.
    pub(crate) languages: &'static str,
    /// The name of the way on, for who cannot see it.
    pub(crate) on: &'static str,
    /// Sections, as a heading.
    pub(crate) sections: &'static str,
    /// Tags, as a heading.
    pub(crate) tags: &'static str,
    /// Years, as a heading.
    pub(crate) years: &'static str,
    /// Where the date of a release should stand.
    pub(crate) undated: &'static str,
    /// The search page and its field.
    pub(crate) search: &'static str,
    /// What was found: `{number}`.
    pub(crate) found: &'static str,
    /// Nothing was found.
    pub(crate) nothing_found: &'static str,
    /// What a search page says where scripts do not run.
    pub(crate) no_search: &'static str,
    /// A British dateline without its dash: `{place}`, `{date}`.
    pub(crate) dateline: &'static str,
    /// What stands between two things of one line, e.g. a speaker and a position.
    pub(crate) comma: &'static str,
    /// What stands between a label and its value.
    pub(crate) colon: &'static str,
}

impl Words {
    /// The words of a language, or English ones.
    pub(crate) fn of(language: &Language) -> &'static Self {
        let primary = language.primary();
        CATALOGUE.iter().find(|words| words.tag == primary).unwrap_or(&CATALOGUE[0])
    }

    /// Whether these are the language's own words.
    pub(crate) fn speak(&self, language: &Language) -> bool {
        self.tag == language.primary()
    }

    /// What a kind is called.
    pub(crate) fn kind(&self, kind: Kind) -> &'static str {
        let at = Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
        self.kinds[at]
    }

    /// The line that says it is a draft.
    pub(crate) fn draft_line(&self) -> String {
        format!("{} – {}", self.draft, self.not_for_publication)
    }

    /// The embargo line: `Not for publication or broadcast before 00:01, Thursday 11 October 2018
    /// (Bishkek, UTC+6)`.
    pub(crate) fn embargo_line(
        &self,
        embargo: &Embargo,
        language: &Language,
        office: &Office,
    ) -> String {
        let style = office.dateline;
        let day = embargo.local().date_naive();
        let mut line = self.with_instant(self.embargo, embargo, &self.day(day, language, style));
        // The same instant on other clocks; signs and figures need no words of any language.
        for zone in &office.embargo_zones {
            let there = Embargo { zone: *zone, ..*embargo };
            if *zone == embargo.zone {
                continue;
            }
            let (time, date) = (there.local().format("%H:%M"), there.local().date_naive());
            line += &match date == day {
                true => format!(" = {time} ({})", there.zone_words()),
                false => {
                    let date = long_date(date, language, style);
                    format!(" = {time}{}{date} ({})", self.comma, there.zone_words())
                }
            };
        }
        line
    }

    /// The embargo as a mark in front of a headline: `EMBARGO until 00:01, 11 October 2018
    /// (Bishkek, UTC+6)`.
    pub(crate) fn embargo_mark(
        &self,
        embargo: &Embargo,
        language: &Language,
        style: DatelineStyle,
    ) -> String {
        let date = long_date(embargo.local().date_naive(), language, style);
        self.with_instant(self.embargo_mark, embargo, &date)
    }

    fn with_instant(&self, pattern: &str, embargo: &Embargo, date: &str) -> String {
        let time = embargo.local().format("%H:%M").to_string();
        fill(pattern, &[("time", &time), ("date", date), ("zone", &embargo.zone_words())])
    }

    /// A date with its weekday, as its language writes them together.
    fn day(&self, date: NaiveDate, language: &Language, style: DatelineStyle) -> String {
        let said = long_date(date, language, style);
        let Some(names) = weekday_names(language) else {
            return said;
        };
        let weekday = names[date.weekday().num_days_from_monday() as usize];
        let pattern = match (self.tag, style) {
            ("en", DatelineStyle::American) => "{weekday}, {date}",
            _ => self.day,
        };
        fill(pattern, &[("weekday", weekday), ("date", &said)])
    }
}

/// What a language calls itself; its tag where it is not known here.
pub(crate) fn name_of(language: &Language) -> &str {
    const NAMES: [(&str, &str); 24] = [
        ("ar", "العربية"),
        ("be", "Беларуская"),
        ("cs", "Čeština"),
        ("da", "Dansk"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("es", "Español"),
        ("fa", "فارسی"),
        ("fi", "Suomi"),
        ("fr", "Français"),
        ("he", "עברית"),
        ("hy", "Հայերեն"),
        ("it", "Italiano"),
        ("ja", "日本語"),
        ("kk", "Қазақша"),
        ("ky", "Кыргызча"),
        ("nl", "Nederlands"),
        ("pl", "Polski"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("tg", "Тоҷикӣ"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
        ("zh", "中文"),
    ];
    let named = NAMES.iter().find(|(tag, _)| *tag == language.primary());
    named.map_or(language.tag(), |(_, name)| name)
}

/// A pattern with its braces filled. A name that is not given stays as it stands.
pub(crate) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// A text in capitals, by the rules of its language.
pub(crate) fn capitals(text: &str, language: &Language) -> String {
    match language.primary() {
        "tr" | "az" => text.replace('i', "İ").to_uppercase(),
        _ => text.to_uppercase(),
    }
}

/// English first: it speaks for languages without an entry.
static CATALOGUE: [Words; 10] = [
    Words {
        tag: "en",
        immediate: "For immediate release",
        draft: "DRAFT",
        not_for_publication: "not for publication",
        embargo: "Not for publication or broadcast before {time}, {date} ({zone})",
        embargo_mark: "EMBARGO until {time}, {date} ({zone})",
        day: "{weekday} {date}",
        press_release: "Press release",
        kinds: [
            "News",
            "Statement",
            "Interview",
            "Report",
            "Media advisory",
            "Notice",
            "Correction",
        ],
        correction: "Correction",
        corrects: "Correction of {release}",
        corrected: "Corrected: see {release}",
        ends: "ENDS",
        notes: "Notes to editors",
        about: "About us",
        contact: "Media contact",
        links: "Links",
        picture: "Picture",
        picture_missing: "The picture is missing.",
        table: "Table",
        withdrawn: "WITHDRAWN",
        withdrawal: "This release has been withdrawn. Please do not use it.",
        reason: "Reason",
        contents: "In this issue",
        issue: "No. {number}",
        left_out: "Items left out because they are under embargo: {number}",
        all_news: "All news",
        back_to_section: "Back to the section",
        where_you_are: "Where you are",
        languages: "Languages",
        on: "More",
        sections: "Sections",
        tags: "Tags",
        years: "Years",
        undated: "Without a date",
        search: "Search",
        found: "Found: {number}",
        nothing_found: "Nothing was found.",
        no_search: "Searching needs scripts, which are switched off here. All news are in the lists.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "fr",
        immediate: "Pour diffusion immédiate",
        draft: "PROJET / DRAFT",
        not_for_publication: "ne pas publier",
        embargo: "Ne pas publier ni diffuser avant le {date} à {time} ({zone})",
        embargo_mark: "EMBARGO jusqu’au {date} à {time} ({zone})",
        day: "{weekday} {date}",
        press_release: "Communiqué de presse",
        kinds: [
            "Actualité",
            "Déclaration",
            "Entretien",
            "Compte rendu",
            "Invitation presse",
            "Avis",
            "Rectificatif",
        ],
        correction: "Rectificatif",
        corrects: "Rectificatif de {release}",
        corrected: "Rectifié\u{a0}: voir {release}",
        ends: "FIN",
        notes: "Notes aux rédactions",
        about: "À propos",
        contact: "Contact presse",
        links: "Liens",
        picture: "Image",
        picture_missing: "L’image manque.",
        table: "Tableau",
        withdrawn: "RETIRÉ",
        withdrawal: "Ce communiqué a été retiré. Merci de ne pas l’utiliser.",
        reason: "Motif",
        contents: "Dans ce numéro",
        issue: "n\u{b0}\u{a0}{number}",
        left_out: "Textes sous embargo, non repris ici\u{a0}: {number}",
        all_news: "Toute l’actualité",
        back_to_section: "Retour à la rubrique",
        where_you_are: "Vous êtes ici",
        languages: "Langues",
        on: "Suite",
        sections: "Rubriques",
        tags: "Mots-clés",
        years: "Années",
        undated: "Sans date",
        search: "Rechercher",
        found: "Résultats\u{a0}: {number}",
        nothing_found: "Aucun résultat.",
        no_search: "La recherche demande des scripts, désactivés ici. Toute l’actualité figure dans les listes.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: "\u{a0}: ",
    },
    Words {
        tag: "de",
        immediate: "Zur sofortigen Veröffentlichung",
        draft: "ENTWURF / DRAFT",
        not_for_publication: "nicht zur Veröffentlichung",
        embargo: "Sperrfrist: keine Veröffentlichung oder Sendung vor {date}, {time} Uhr ({zone})",
        embargo_mark: "SPERRFRIST bis {date}, {time} Uhr ({zone})",
        day: "{weekday}, {date}",
        press_release: "Pressemitteilung",
        kinds: [
            "Nachricht",
            "Erklärung",
            "Interview",
            "Bericht",
            "Presseeinladung",
            "Hinweis",
            "Berichtigung",
        ],
        correction: "Berichtigung",
        corrects: "Berichtigung zu {release}",
        corrected: "Berichtigt: siehe {release}",
        ends: "ENDE",
        notes: "Hinweise für die Redaktionen",
        about: "Über uns",
        contact: "Pressekontakt",
        links: "Links",
        picture: "Bild",
        picture_missing: "Das Bild fehlt.",
        table: "Tabelle",
        withdrawn: "ZURÜCKGEZOGEN",
        withdrawal: "Diese Mitteilung wurde zurückgezogen. Bitte nicht verwenden.",
        reason: "Grund",
        contents: "In dieser Ausgabe",
        issue: "Nr.\u{a0}{number}",
        left_out: "Wegen Sperrfrist nicht enthaltene Mitteilungen: {number}",
        all_news: "Alle Meldungen",
        back_to_section: "Zurück zur Rubrik",
        where_you_are: "Sie sind hier",
        languages: "Sprachen",
        on: "Weiter",
        sections: "Rubriken",
        tags: "Schlagwörter",
        years: "Jahre",
        undated: "Ohne Datum",
        search: "Suche",
        found: "Gefunden: {number}",
        nothing_found: "Nichts gefunden.",
        no_search: "Die Suche braucht Skripte, die hier abgeschaltet sind. Alle Meldungen stehen in den Listen.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "es",
        immediate: "Para publicación inmediata",
        draft: "BORRADOR / DRAFT",
        not_for_publication: "no publicar",
        embargo: "No publicar ni difundir antes del {date}, {time} h ({zone})",
        embargo_mark: "EMBARGO hasta el {date}, {time} h ({zone})",
        day: "{weekday} {date}",
        press_release: "Nota de prensa",
        kinds: [
            "Noticia",
            "Declaración",
            "Entrevista",
            "Informe",
            "Convocatoria de prensa",
            "Aviso",
            "Corrección",
        ],
        correction: "Corrección",
        corrects: "Corrección de {release}",
        corrected: "Corregido: véase {release}",
        ends: "FIN",
        notes: "Notas para la redacción",
        about: "Acerca de",
        contact: "Contacto de prensa",
        links: "Enlaces",
        picture: "Imagen",
        picture_missing: "Falta la imagen.",
        table: "Tabla",
        withdrawn: "RETIRADO",
        withdrawal: "Esta nota ha sido retirada. Rogamos no utilizarla.",
        reason: "Motivo",
        contents: "En este número",
        issue: "n.º\u{a0}{number}",
        left_out: "Notas bajo embargo que no se incluyen: {number}",
        all_news: "Todas las noticias",
        back_to_section: "Volver a la sección",
        where_you_are: "Dónde está",
        languages: "Idiomas",
        on: "Más",
        sections: "Secciones",
        tags: "Etiquetas",
        years: "Años",
        undated: "Sin fecha",
        search: "Buscar",
        found: "Encontradas: {number}",
        nothing_found: "No se ha encontrado nada.",
        no_search: "La búsqueda necesita scripts, que aquí están desactivados. Todas las noticias están en las listas.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "it",
        immediate: "Per diffusione immediata",
        draft: "BOZZA / DRAFT",
        not_for_publication: "non pubblicare",
        embargo: "Non pubblicare né trasmettere prima di {date}, ore {time} ({zone})",
        embargo_mark: "EMBARGO fino a {date}, ore {time} ({zone})",
        day: "{weekday} {date}",
        press_release: "Comunicato stampa",
        kinds: [
            "Notizia",
            "Dichiarazione",
            "Intervista",
            "Resoconto",
            "Invito stampa",
            "Avviso",
            "Rettifica",
        ],
        correction: "Rettifica",
        corrects: "Rettifica di {release}",
        corrected: "Rettificato: si veda {release}",
        ends: "FINE",
        notes: "Note per le redazioni",
        about: "Chi siamo",
        contact: "Contatti stampa",
        links: "Link",
        picture: "Immagine",
        picture_missing: "L’immagine manca.",
        table: "Tabella",
        withdrawn: "RITIRATO",
        withdrawal: "Questo comunicato è stato ritirato. Si prega di non utilizzarlo.",
        reason: "Motivo",
        contents: "In questo numero",
        issue: "n.\u{a0}{number}",
        left_out: "Comunicati sotto embargo non inclusi: {number}",
        all_news: "Tutte le notizie",
        back_to_section: "Torna alla sezione",
        where_you_are: "Dove siete",
        languages: "Lingue",
        on: "Altro",
        sections: "Sezioni",
        tags: "Argomenti",
        years: "Anni",
        undated: "Senza data",
        search: "Cerca",
        found: "Trovati: {number}",
        nothing_found: "Nessun risultato.",
        no_search: "La ricerca richiede gli script, qui disattivati. Tutte le notizie sono negli elenchi.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "pt",
        immediate: "Para divulgação imediata",
        draft: "RASCUNHO / DRAFT",
        not_for_publication: "não publicar",
        embargo: "Não publicar nem transmitir antes de {date}, {time} ({zone})",
        embargo_mark: "EMBARGO até {date}, {time} ({zone})",
        day: "{weekday}, {date}",
        press_release: "Comunicado de imprensa",
        kinds: [
            "Notícia",
            "Declaração",
            "Entrevista",
            "Relato",
            "Convite à imprensa",
            "Aviso",
            "Correção",
        ],
        correction: "Correção",
        corrects: "Correção de {release}",
        corrected: "Corrigido: ver {release}",
        ends: "FIM",
        notes: "Notas à redação",
        about: "Sobre nós",
        contact: "Contacto para a imprensa",
        links: "Links",
        picture: "Imagem",
        picture_missing: "Falta a imagem.",
        table: "Tabela",
        withdrawn: "RETIRADO",
        withdrawal: "Este comunicado foi retirado. Por favor, não o utilize.",
        reason: "Motivo",
        contents: "Nesta edição",
        issue: "n.º\u{a0}{number}",
        left_out: "Comunicados sob embargo não incluídos: {number}",
        all_news: "Todas as notícias",
        back_to_section: "Voltar à secção",
        where_you_are: "Onde está",
        languages: "Línguas",
        on: "Mais",
        sections: "Secções",
        tags: "Etiquetas",
        years: "Anos",
        undated: "Sem data",
        search: "Procurar",
        found: "Encontrados: {number}",
        nothing_found: "Nada encontrado.",
        no_search: "A pesquisa precisa de scripts, que aqui estão desligados. Todas as notícias estão nas listas.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "ru",
        immediate: "Для немедленной публикации",
        draft: "ЧЕРНОВИК / DRAFT",
        not_for_publication: "не для публикации",
        embargo: "Не публиковать и не передавать в эфир до {time}, {date} ({zone})",
        embargo_mark: "ЭМБАРГО до {time}, {date} ({zone})",
        day: "{date}, {weekday}",
        press_release: "Пресс-релиз",
        kinds: [
            "Новость",
            "Заявление",
            "Интервью",
            "Репортаж",
            "Анонс для СМИ",
            "Объявление",
            "Исправление",
        ],
        correction: "Исправление",
        corrects: "Исправление к {release}",
        corrected: "Исправлено: см. {release}",
        ends: "КОНЕЦ",
        notes: "Примечания для редакций",
        about: "О нас",
        contact: "Контакты для СМИ",
        links: "Ссылки",
        picture: "Изображение",
        picture_missing: "Изображение отсутствует.",
        table: "Таблица",
        withdrawn: "ОТОЗВАНО",
        withdrawal: "Этот пресс-релиз отозван. Просим его не использовать.",
        reason: "Причина",
        contents: "В этом выпуске",
        issue: "№\u{a0}{number}",
        left_out: "Не включено материалов под эмбарго: {number}",
        all_news: "Все новости",
        back_to_section: "Назад в раздел",
        where_you_are: "Вы здесь",
        languages: "Языки",
        on: "Далее",
        sections: "Разделы",
        tags: "Темы",
        years: "Годы",
        undated: "Без даты",
        search: "Поиск",
        found: "Найдено: {number}",
        nothing_found: "Ничего не найдено.",
        no_search: "Для поиска нужны сценарии, которые здесь отключены. Все новости есть в списках.",
        dateline: "{place}, {date}",
        comma: ", ",
        colon: ": ",
    },
    Words {
        tag: "ar",
        immediate: "للنشر الفوري",
        draft: "مسودة / DRAFT",
        not_for_publication: "ليست للنشر",
        embargo: "يُحظر النشر أو البث قبل الساعة {time} من يوم {date} ({zone})",
        embargo_mark: "حظر نشر حتى الساعة {time}، {date} ({zone})",
        day: "{weekday} {date}",
        press_release: "بيان صحفي",
        kinds: ["خبر", "تصريح", "مقابلة", "تقرير", "دعوة إعلامية", "إشعار", "تصحيح"],
        correction: "تصحيح",
        corrects: "تصحيح {release}",
        corrected: "صُحِّح: انظر {release}",
        ends: "انتهى",
        notes: "ملاحظات للمحررين",
        about: "نبذة عنا",
        contact: "للتواصل الإعلامي",
        links: "الروابط",
        picture: "صورة",
        picture_missing: "الصورة غير متوفرة.",
        table: "جدول",
        withdrawn: "مسحوب",
        withdrawal: "سُحب هذا البيان. يُرجى عدم استخدامه.",
        reason: "السبب",
        contents: "في هذا العدد",
        issue: "العدد {number}",
        left_out: "بيانات لم تُدرج لأنها تحت حظر النشر: {number}",
        all_news: "كل الأخبار",
        back_to_section: "العودة إلى القسم",
        where_you_are: "أنت هنا",
        languages: "اللغات",
        on: "المزيد",
        sections: "الأقسام",
        tags: "الوسوم",
        years: "السنوات",
        undated: "بلا تاريخ",
        search: "بحث",
        found: "عدد النتائج: {number}",
        nothing_found: "لم يُعثر على شيء.",
        no_search: "يحتاج البحث إلى البرامج النصية وهي معطلة هنا. كل الأخبار موجودة في القوائم.",
        dateline: "{place}، {date}",
        comma: "، ",
        colon: ": ",
    },
    Words {
        tag: "ja",
        immediate: "即時解禁",
        draft: "下書き / DRAFT",
        not_for_publication: "公開不可",
        embargo: "{date} {time}（{zone}）より前の報道・放送はお控えください",
        embargo_mark: "【解禁 {date} {time}（{zone}）】",
        day: "{date}（{weekday}）",
        press_release: "プレスリリース",
        kinds: ["ニュース", "声明", "インタビュー", "報告", "取材のご案内", "お知らせ", "訂正"],
        correction: "訂正",
        corrects: "{release} の訂正",
        corrected: "訂正済み：{release} を参照",
        ends: "以上",
        notes: "編集者の皆様へ",
        about: "当組織について",
        contact: "報道関係者のお問い合わせ先",
        links: "リンク",
        picture: "画像",
        picture_missing: "画像がありません。",
        table: "表",
        withdrawn: "取り下げ",
        withdrawal: "このリリースは取り下げられました。使用はお控えください。",
        reason: "理由",
        contents: "今号の内容",
        issue: "第{number}号",
        left_out: "解禁前のため掲載していない項目：{number}",
        all_news: "すべてのニュース",
        back_to_section: "セクションに戻る",
        where_you_are: "現在位置",
        languages: "言語",
        on: "続き",
        sections: "セクション",
        tags: "タグ",
        years: "年",
        undated: "日付なし",
        search: "検索",
        found: "{number}件",
        nothing_found: "見つかりませんでした。",
        no_search: "検索にはスクリプトが必要ですが、無効になっています。すべてのニュースは一覧にあります。",
        dateline: "{place}、{date}",
        comma: "、",
        colon: "：",
    },
    Words {
        tag: "zh",
        immediate: "即时发布",
        draft: "草稿 / DRAFT",
        not_for_publication: "不得发布",
        embargo: "{date} {time}（{zone}）之前不得发布或播出",
        embargo_mark: "【禁发至 {date} {time}（{zone}）】",
        day: "{date}{weekday}",
        press_release: "新闻稿",
        kinds: ["新闻", "声明", "专访", "报道", "采访通知", "通知", "更正"],
        correction: "更正",
        corrects: "对 {release} 的更正",
        corrected: "已更正：见 {release}",
        ends: "完",
        notes: "编辑须知",
        about: "关于我们",
        contact: "媒体联系",
        links: "链接",
        picture: "图片",
        picture_missing: "图片缺失。",
        table: "表格",
        withdrawn: "已撤回",
        withdrawal: "本新闻稿已撤回，请勿使用。",
        reason: "原因",
        contents: "本期内容",
        issue: "第{number}期",
        left_out: "因禁发而未收录的条目：{number}",
        all_news: "全部新闻",
        back_to_section: "返回栏目",
        where_you_are: "当前位置",
        languages: "语言",
        on: "更多",
        sections: "栏目",
        tags: "标签",
        years: "年份",
        undated: "无日期",
        search: "搜索",
        found: "找到 {number} 条",
        nothing_found: "没有找到。",
        no_search: "搜索需要脚本，但此处已停用。全部新闻见列表。",
        dateline: "{place}，{date}",
        comma: "，",
        colon: "：",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn line(tag: &str, style: DatelineStyle) -> String {
        let language = tag.parse().unwrap();
        let zone = chrono_tz::Tz::Asia__Bishkek;
        let embargo = Embargo::parse("2018-10-11 00:01 Asia/Bishkek", zone).unwrap();
        let office = Office { dateline: style, ..Office::default() };
        Words::of(&language).embargo_line(&embargo, &language, &office)
    }

    #[test]
    fn an_embargo_is_told_on_as_many_clocks_as_are_wanted() {
        let said = |tag: &str| {
            let embargo =
                Embargo::parse("2018-10-11 00:01 Asia/Bishkek", chrono_tz::Tz::UTC).unwrap();
            let zones = ["Asia/Bishkek", "Europe/London", "Asia/Tokyo"];
            let embargo_zones = zones.map(|zone| zone.parse().unwrap()).to_vec();
            let language = tag.parse().unwrap();
            embargo_line(&embargo, &language, &Office { embargo_zones, ..Office::default() })
        };
        insta::assert_snapshot!(["en", "fr", "ru", "ar", "ja"].map(said).join("\n"), @r"
        Not for publication or broadcast before 00:01, Thursday 11 October 2018 (Bishkek, UTC+6) = 19:01, 10 October 2018 (London, UTC+1) = 03:01 (Tokyo, UTC+9)
        Ne pas publier ni diffuser avant le jeudi 11 octobre 2018 à 00:01 (Bishkek, UTC+6) = 19:01, 10 octobre 2018 (London, UTC+1) = 03:01 (Tokyo, UTC+9)
        Не публиковать и не передавать в эфир до 00:01, 11 октября 2018 г., четверг (Bishkek, UTC+6) = 19:01, 10 октября 2018 г. (London, UTC+1) = 03:01 (Tokyo, UTC+9)
        يُحظر النشر أو البث قبل الساعة 00:01 من يوم الخميس 11 أكتوبر 2018 (Bishkek, UTC+6) = 19:01، 10 أكتوبر 2018 (London, UTC+1) = 03:01 (Tokyo, UTC+9)
        2018年10月11日（木曜日） 00:01（Bishkek, UTC+6）より前の報道・放送はお控えください = 19:01、2018年10月10日 (London, UTC+1) = 03:01 (Tokyo, UTC+9)
        ");
    }

    #[test]
    fn the_embargo_line_names_time_day_and_zone_in_every_language() {
        assert_eq!(
            line("en", DatelineStyle::British),
            "Not for publication or broadcast before 00:01, Thursday 11 October 2018 (Bishkek, UTC+6)"
        );
        assert_eq!(
            line("en-US", DatelineStyle::American),
            "Not for publication or broadcast before 00:01, Thursday, October 11, 2018 (Bishkek, UTC+6)"
        );
        for words in &CATALOGUE {
            let line = line(words.tag, DatelineStyle::British);
            for part in ["00:01", "2018", "11", "Bishkek, UTC+6"] {
                assert!(line.contains(part), "{line}");
            }
            assert!(!line.contains(['{', '}']), "{line}");
        }
    }

    #[test]
    fn every_pattern_fills_what_its_neighbours_fill() {
        let names = |pattern: &str| {
            let mut names: Vec<_> = pattern
                .split('{')
                .skip(1)
                .map(|p| p.split('}').next().unwrap().to_owned())
                .collect();
            names.sort();
            names
        };
        for words in &CATALOGUE {
            let english = &CATALOGUE[0];
            for (own, pattern) in [
                (words.embargo, english.embargo),
                (words.embargo_mark, english.embargo_mark),
                (words.day, english.day),
                (words.corrects, english.corrects),
                (words.corrected, english.corrected),
                (words.issue, english.issue),
                (words.left_out, english.left_out),
                (words.found, english.found),
                (words.dateline, english.dateline),
            ] {
                assert_eq!(names(own), names(pattern), "{}", words.tag);
            }
            assert!(words.draft.contains("DRAFT"));
        }
    }

    #[test]
    fn a_language_without_words_speaks_english_and_knows_it() {
        let language: Language = "ky".parse().unwrap();
        let words = Words::of(&language);
        assert_eq!(words.ends, "ENDS");
        assert!(!words.speak(&language));
    }

    #[test]
    fn capitals_follow_the_language() {
        assert_eq!(capitals("İzmir", &"tr".parse().unwrap()), "İZMİR");
        assert_eq!(capitals("Gießen", &"de".parse().unwrap()), "GIESSEN");
    }

    #[test]
    fn filling_keeps_what_it_does_not_know() {
        assert_eq!(fill("{a} {b} {", &[("a", "{b}")]), "{b} {b} {");
    }
}
