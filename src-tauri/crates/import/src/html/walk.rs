//! From the tree of a page to the blocks of a text: one walk in document order, that keeps what the
//! model has a place for and tells what it leaves out.

use dateline_model::{Align, Block, Body, Cell, Figure, Marks, Sentence, say};
use url::Url;

use super::{
    dom::Dom,
    head,
    style::Style,
    tally::{self, Tally, Thing},
    word,
};
use crate::{
    Image, address,
    compose::{Composer, Part},
    data_url, left_out,
    lists::Lists,
    quotation, quoted, quoted_all,
    tree::{Id, Tree, Visitor, walk},
};

/// The most characters of a line of facts: "Media advisory · Port news · 25 September 2024", and an
/// author.
const LONGEST_FACTS: usize = 100;

/// What a page or a paste says.
#[derive(Debug, Default)]
pub(crate) struct Fragment {
    /// The words of the title, where titles are taken.
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) footnotes: Vec<Block>,
    pub(crate) images: Vec<Image>,
    /// Visible words that are the page's and not the text's, a block a line.
    pub(crate) left_out: Vec<String>,
    /// Lines with the day of publication, and what else a page says in one line about a text.
    pub(crate) facts: Vec<String>,
    /// What else was left out, word for word.
    pub(crate) notes: Vec<Sentence>,
    /// What was kept and what was left out, counted.
    pub(crate) counts: Vec<Sentence>,
}

/// Where a walk begins, and what it does about what is not the text itself.
pub(super) struct Walk<'a> {
    pub(super) tree: &'a Dom,
    pub(super) root: Id,
    /// The page's own address, which completes short links.
    pub(super) page: Option<&'a Url>,
    /// Whether the first heading of level 1 is the headline.
    pub(super) takes_title: bool,
    /// Whether the root is the whole page, so that its header and footer are not the text's.
    pub(super) whole_page: bool,
}

impl Walk<'_> {
    pub(super) fn run(self) -> Fragment {
        let (tree, root) = (self.tree, self.root);
        let mut walker = Walker {
            walk: self,
            composer: Composer::default(),
            open: Vec::new(),
            lists: Lists::default(),
            tally: Tally::default(),
            fragment: Fragment::default(),
        };
        walk(tree, root, &mut walker);
        walker.finish()
    }
}

struct Walker<'a> {
    walk: Walk<'a>,
    composer: Composer,
    /// What holds inside each element that was entered, outermost first.
    open: Vec<Entered>,
    lists: Lists,
    tally: Tally,
    fragment: Fragment,
}

/// An element that was entered.
struct Entered {
    inside: Inside,
    leaving: Leaving,
}

/// What an element passes on to what it holds.
#[derive(Clone, Debug, Default)]
struct Inside {
    marks: Marks,
    /// Line feeds are line breaks.
    keeps_lines: bool,
    /// Bold says nothing here: all of it is.
    bold_anyway: bool,
    /// In a table that only arranges the page.
    layout: bool,
    /// In the header of a table.
    header: bool,
    /// In a paragraph that is an item of a Word list.
    word_item: bool,
    quotation: bool,
}

/// What is to be done when an element ends.
enum Leaving {
    Nothing,
    Paragraph,
    Part,
    /// The item and the list that was made for it.
    LoneItem,
    Title,
    Subtitle,
    Caption,
    Attribution,
    Footnote,
    Quoted,
}

impl Visitor for Walker<'_> {
    fn enter(&mut self, id: Id) -> bool {
        let tree = self.walk.tree;
        if let Some(text) = tree.text(id) {
            self.text(text);
            return false;
        }
        if tree.is_comment(id) {
            self.tally.add(Thing::HtmlComment);
            return false;
        }
        let name = tree.name(id);
        if name.is_empty() || self.is_left_out(id, name) {
            return false;
        }
        self.count_looks(id);
        let style = Style::of(tree.attribute(id, "style"));
        let mut inside = self.inside().clone();
        inside.keeps_lines |= style.keeps_lines();
        self.mark(id, name, style, &mut inside);
        let item = word::list_item(tree, id).filter(|_| matches!(name, "p" | "div"));
        if is_block(name) && !inside.word_item {
            inside.word_item = item.is_some();
            match item {
                Some(item) => self.lists.item(&item, self.open.len(), &mut self.composer),
                None => self.lists.end(&mut self.composer),
            }
        }
        let Some(leaving) = self.begin(id, name, &mut inside) else { return false };
        self.open.push(Entered { inside, leaving });
        true
    }

    fn leave(&mut self) {
        let Some(Entered { leaving, .. }) = self.open.pop() else { return };
        self.lists.end_inside(self.open.len(), &mut self.composer);
        match leaving {
            Leaving::Nothing => {}
            Leaving::Paragraph => self.composer.end_paragraph(),
            Leaving::Part => self.composer.end(),
            Leaving::LoneItem => {
                self.composer.end();
                self.composer.end();
            }
            Leaving::Title => self.fragment.title = self.aside().replace('\n', " "),
            Leaving::Subtitle => self.fragment.subtitle = self.aside().replace('\n', " "),
            Leaving::Caption => {
                let caption = self.aside().replace('\n', " ");
                self.composer.set_caption(caption);
            }
            Leaving::Attribution => {
                let said = self.aside().replace('\n', " ");
                let said = said.trim_start_matches(['—', '–', '-', '―', ' ']);
                let (speaker, position) = quotation::split(said);
                self.composer.set_speaker(speaker, position);
            }
            Leaving::Footnote => {
                let blocks = self.composer.end_aside();
                self.fragment.footnotes.extend(blocks);
            }
            Leaving::Quoted => self.text("”"),
        }
    }
}

impl Walker<'_> {
    fn aside(&mut self) -> String {
        Body(self.composer.end_aside()).plain_text()
    }

    fn inside(&self) -> &Inside {
        static TOP: Inside = Inside {
            marks: Marks {
                link: None,
                emphasis: false,
                strong: false,
                subscript: false,
                superscript: false,
                insertion: None,
                deletion: None,
                comments: Vec::new(),
                unknown: Vec::new(),
            },
            keeps_lines: false,
            bold_anyway: false,
            layout: false,
            header: false,
            word_item: false,
            quotation: false,
        };
        self.open.last().map_or(&TOP, |entered| &entered.inside)
    }

    fn text(&mut self, text: &str) {
        let inside = self.inside();
        if !inside.word_item && !text.trim().is_empty() {
            self.lists.end(&mut self.composer);
        }
        let inside = self.open.last().map(|entered| &entered.inside);
        let marks = inside.map(|inside| inside.marks.clone()).unwrap_or_default();
        if !inside.is_some_and(|inside| inside.keeps_lines) {
            return self.composer.text(text, &marks);
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.composer.line_break();
            }
            self.composer.text(line, &marks);
        }
    }

    /// What never belongs to a text; counts it, or tells its words.
    fn is_left_out(&mut self, id: Id, name: &str) -> bool {
        let tree = self.walk.tree;
        let counted = match name {
            "script" => Some(Thing::Script),
            "style" | "link" => Some(Thing::StyleSheet),
            "iframe" | "frame" | "object" | "embed" | "applet" | "audio" | "video" | "canvas" => {
                Some(Thing::Embedded)
            }
            "input" | "select" | "textarea" | "button" | "datalist" | "progress" | "meter" => {
                Some(Thing::Form)
            }
            "svg" | "math" => Some(Thing::Drawing),
            _ if word::is_comment(tree, id) => Some(Thing::Comment),
            _ if word::is_deletion(tree, id) => Some(Thing::Deletion),
            _ => None,
        };
        if let Some(thing) = counted {
            self.tally.add(thing);
            if matches!(
                name,
                "button"
                    | "select"
                    | "textarea"
                    | "svg"
                    | "math"
                    | "object"
                    | "video"
                    | "audio"
                    | "canvas"
            ) {
                self.tell(id);
            }
            return true;
        }
        if matches!(
            name,
            "head"
                | "title"
                | "meta"
                | "base"
                | "template"
                | "xml"
                | "param"
                | "source"
                | "track"
                | "col"
                | "colgroup"
        ) {
            return true;
        }
        let style = Style::of(tree.attribute(id, "style"));
        if style.hides() || tree.attribute(id, "hidden").is_some() {
            let words = visible_lines(tree, id);
            if !words.is_empty() {
                let words = quoted_all(&words);
                self.fragment.notes.push(say!("Hidden text left out: {words}.", words));
            }
            return true;
        }
        // A numbered heading keeps its number, which is text there.
        let marker = word::is_list_marker(tree, id) && self.inside().word_item;
        if marker || word::is_comment_mark(tree, id) || word::is_footnote_number(tree, id) {
            return true;
        }
        if self.is_facts(id) {
            self.fragment.facts.push(tree.words(id));
            return true;
        }
        if name == "noscript" || self.is_page_furniture(id, name) {
            self.tell(id);
            return true;
        }
        false
    }

    /// Menus, side columns, and the header and footer of the page itself.
    fn is_page_furniture(&self, id: Id, name: &str) -> bool {
        let tree = self.walk.tree;
        let role = tree.attribute(id, "role").unwrap_or_default();
        if matches!(
            role,
            "navigation"
                | "banner"
                | "contentinfo"
                | "complementary"
                | "search"
                | "menu"
                | "menubar"
        ) {
            return true;
        }
        match name {
            "nav" | "aside" | "dialog" => true,
            "header" | "footer" => {
                self.walk.whole_page
                    && !self.inside().quotation
                    && tree.find(id, "h1").next().is_none()
            }
            // A search field or a newsletter box; some systems wrap the whole page in a form.
            "form" => {
                let has =
                    |names: &[&str]| tree.descendants(id).any(|at| names.contains(&tree.name(at)));
                has(&["input", "select", "textarea"])
                    && !has(&["p", "table", "article", "h1", "h2", "h3", "li"])
            }
            _ => false,
        }
    }

    /// Keeps the words of what is left out for the notes.
    fn tell(&mut self, id: Id) {
        self.fragment.left_out.extend(visible_lines(self.walk.tree, id));
    }

    fn count_looks(&mut self, id: Id) {
        let tree = self.walk.tree;
        if word::is_insertion(tree, id) {
            self.tally.add(Thing::Insertion);
        }
        if word::is_smart_tag(tree.name(id)) {
            self.tally.add(Thing::SmartTag);
        }
        if tree.name(id) == "font" || Style::of(tree.attribute(id, "style")).is_some() {
            self.tally.add(Thing::Looks);
        }
        for _ in 0..tree.script_calls(id) {
            self.tally.add(Thing::ScriptCall);
        }
    }

    /// The marks that the element sets on its words.
    fn mark(&mut self, id: Id, name: &str, style: Style, inside: &mut Inside) {
        let tree = self.walk.tree;
        let marks = &mut inside.marks;
        match name {
            "b" | "strong" | "dt" => marks.strong = true,
            "i" | "em" | "cite" | "dfn" | "var" => marks.emphasis = true,
            "sub" => marks.subscript = true,
            "sup" => marks.superscript = true,
            _ => {}
        }
        marks.strong = style.strong().unwrap_or(marks.strong);
        marks.emphasis = style.emphasis().unwrap_or(marks.emphasis);
        marks.superscript |= style.superscript() && !is_block(name);
        marks.subscript |= style.subscript() && !is_block(name);
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" | "thead" | "caption") {
            inside.bold_anyway = true;
        }
        if inside.bold_anyway {
            inside.marks.strong = false;
        }
        if name == "a" {
            inside.marks.link = self.link(id).or(inside.marks.link.take());
            inside.marks.superscript |= word::is_footnote_reference(tree, id);
        }
    }

    fn link(&mut self, id: Id) -> Option<String> {
        let tree = self.walk.tree;
        let href = tree.attribute(id, "href").map(str::trim).unwrap_or_default();
        let accepted = address::accepted(href, self.walk.page);
        if accepted.is_none() {
            if href.is_empty() || href.starts_with('#') {
                if !word::is_footnote_reference(tree, id) {
                    self.tally.add(Thing::Bookmark);
                }
            } else if address::is_script(href) {
                self.tally.add(Thing::ScriptCall);
            } else {
                self.fragment.notes.push(say!(
                    "Link left out: {words} leads to “{address}”.",
                    words = quoted(&tree.words(id)),
                    address = href
                ));
            }
        }
        accepted
    }

    /// Begins what the element is in a text; `None` when all of it was taken already.
    fn begin(&mut self, id: Id, name: &str, inside: &mut Inside) -> Option<Leaving> {
        let tree = self.walk.tree;
        if word::is_footnote(tree, id) {
            self.composer.end_paragraph();
            self.composer.begin(Part::Aside);
            return Some(Leaving::Footnote);
        }
        if self.walk.takes_title {
            let empty = self.fragment.title.is_empty();
            let titled = name == "h1" || tree.has_word(id, "class", "MsoTitle");
            if titled && empty && !tree.words(id).is_empty() {
                self.composer.end_paragraph();
                self.composer.begin(Part::Aside);
                inside.bold_anyway = true;
                return Some(Leaving::Title);
            }
            if tree.has_word(id, "class", "MsoSubtitle") && self.fragment.subtitle.is_empty() {
                self.composer.end_paragraph();
                self.composer.begin(Part::Aside);
                return Some(Leaving::Subtitle);
            }
        }
        Some(match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.part(Part::Heading(level))
            }
            "ul" | "menu" | "dir" => self.part(Part::List { start: None }),
            "ol" => {
                let number = |id, key| tree.attribute(id, key).and_then(|n| n.trim().parse().ok());
                // LibreOffice numbers the first item instead of the list.
                let first = tree.children(id).find(|&item| tree.name(item) == "li");
                let start =
                    number(id, "start").or_else(|| first.and_then(|item| number(item, "value")));
                self.part(Part::List { start: Some(start.unwrap_or(1)) })
            }
            "li" => {
                let parent = tree.parent(id).map_or("", |parent| tree.name(parent));
                if matches!(parent, "ul" | "ol" | "menu" | "dir") {
                    self.part(Part::Item)
                } else {
                    self.composer.begin(Part::List { start: None });
                    self.composer.begin(Part::Item);
                    Leaving::LoneItem
                }
            }
            "blockquote" => {
                inside.quotation = true;
                let (speaker, position) = self.figure_s_speaker(id);
                self.part(Part::Quotation { speaker, position })
            }
            "footer" | "cite" if self.is_attribution(id) => {
                self.composer.end_paragraph();
                self.composer.begin(Part::Aside);
                inside.marks = Marks::default();
                Leaving::Attribution
            }
            "figcaption" if self.figure_has_quotation(id) => return None,
            "figure" if self.figure(id) => return None,
            "img" => {
                self.picture(id, None);
                return None;
            }
            "hr" => {
                // Word's own line between the text and its footnotes.
                if word::is_notes_list(tree, tree.parent(id)?) {
                    return None;
                }
                self.composer.push(Block::Divider);
                return None;
            }
            "br" => {
                self.composer.line_break();
                return None;
            }
            "q" => {
                self.text("“");
                Leaving::Quoted
            }
            "table" => {
                inside.layout = is_layout(tree, id);
                if inside.layout { self.paragraph() } else { self.part(Part::Table) }
            }
            "thead" => {
                inside.header = true;
                Leaving::Nothing
            }
            "tr" if !inside.layout => self.part(Part::Row),
            "td" | "th" if !inside.layout => {
                let header = name == "th" || inside.header;
                inside.bold_anyway |= header;
                self.part(Part::Cell(cell(tree, id, header)))
            }
            "caption" if !inside.layout => {
                self.composer.begin(Part::Aside);
                Leaving::Caption
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                inside.keeps_lines = true;
                self.paragraph()
            }
            _ if is_block(name) => self.paragraph(),
            _ => Leaving::Nothing,
        })
    }

    fn part(&mut self, part: Part) -> Leaving {
        self.composer.begin(part);
        Leaving::Part
    }

    fn paragraph(&mut self) -> Leaving {
        self.composer.end_paragraph();
        Leaving::Paragraph
    }

    /// Below a quotation its footer names the speaker, or a citation that stands alone.
    fn is_attribution(&self, id: Id) -> bool {
        let tree = self.walk.tree;
        let Some(parent) = tree.parent(id).filter(|_| self.inside().quotation) else {
            return false;
        };
        tree.name(id) == "footer" || tree.name(parent) == "blockquote"
    }

    fn figure_has_quotation(&self, caption: Id) -> bool {
        let tree = self.walk.tree;
        tree.parent(caption).is_some_and(|figure| {
            tree.name(figure) == "figure"
                && tree.children(figure).any(|id| tree.name(id) == "blockquote")
        })
    }

    /// Speaker and position from the caption of the figure that a quotation stands in.
    fn figure_s_speaker(&self, quotation: Id) -> (String, String) {
        let tree = self.walk.tree;
        let caption = tree
            .parent(quotation)
            .filter(|&figure| tree.name(figure) == "figure")
            .and_then(|figure| tree.children(figure).find(|&id| tree.name(id) == "figcaption"));
        let Some(caption) = caption else { return Default::default() };
        let of_class = |class| {
            tree.descendants(caption)
                .find(|&id| tree.has_word(id, "class", class))
                .map(|id| tree.words(id))
        };
        match (of_class("speaker"), of_class("position")) {
            (None, None) => {
                let words = tree.words(caption);
                quotation::split(words.trim_start_matches(['—', '–', '-', '―', ' ']))
            }
            (speaker, position) => (speaker.unwrap_or_default(), position.unwrap_or_default()),
        }
    }

    /// Takes a figure that holds pictures and their caption, and nothing else; false for others.
    fn figure(&mut self, id: Id) -> bool {
        let tree = self.walk.tree;
        let pictures: Vec<Id> = tree.find(id, "img").collect();
        let others = ["table", "blockquote", "pre", "ul", "ol", "p"];
        let caption = tree.find(id, "figcaption").next();
        let alone = tree.words(id) == caption.map(|at| tree.words(at)).unwrap_or_default();
        if pictures.is_empty()
            || !alone
            || others.iter().any(|n| tree.children(id).any(|c| tree.name(c) == *n))
        {
            return false;
        }
        for (at, &picture) in pictures.iter().enumerate() {
            self.picture(picture, caption.filter(|_| at == 0));
        }
        true
    }

    /// Takes a picture, or tells why it cannot be taken.
    fn picture(&mut self, id: Id, caption: Option<Id>) {
        let tree = self.walk.tree;
        let alt = tree.attribute(id, "alt").unwrap_or_default().trim().to_owned();
        let credit = caption.and_then(|caption| {
            tree.descendants(caption).find(|&at| tree.has_word(at, "class", "credit"))
        });
        let credit_words = credit.map(|at| tree.words(at)).unwrap_or_default();
        let caption = caption.map(|at| tree.words(at)).unwrap_or_default();
        let caption = caption.strip_suffix(&credit_words).unwrap_or(&caption).trim().to_owned();
        let source = tree.attribute(id, "src").unwrap_or_default().trim();
        match data_url::read(source) {
            Some(Ok(image)) => {
                self.lists.end(&mut self.composer);
                self.composer.push(Block::Figure(Figure {
                    image: image.hash.clone(),
                    alt,
                    caption,
                    credit: credit_words,
                }));
                self.fragment.images.push(image);
            }
            None if self.is_pixel(id) => self.tally.add(Thing::Pixel),
            outcome => {
                let words =
                    [alt, caption, credit_words].into_iter().filter(|words| !words.is_empty());
                let words = words.collect::<Vec<_>>().join(", ");
                let why = match outcome {
                    Some(Err(why)) => why.sentence(),
                    _ => say!(
                        "it is not in the text but at {address}. Insert it by hand.",
                        address = source
                    ),
                };
                self.fragment.notes.push(left_out(say!("Picture left out"), &words, why));
            }
        }
    }

    /// Whether a picture is there to be fetched, not to be seen.
    fn is_pixel(&self, id: Id) -> bool {
        let side = |key| self.walk.tree.attribute(id, key).map(str::trim);
        ["width", "height"].into_iter().all(|key| matches!(side(key), Some("0" | "1")))
    }

    /// Whether a block is one short line with the day in it, for readers and programs.
    fn is_facts(&self, id: Id) -> bool {
        let tree = self.walk.tree;
        self.walk.takes_title
            && matches!(tree.name(id), "p" | "div")
            && head::time_date(tree, id).is_some()
            && !tree.descendants(id).any(|at| is_block(tree.name(at)))
            && tree.words(id).chars().count() <= LONGEST_FACTS
    }

    fn finish(mut self) -> Fragment {
        self.lists.end(&mut self.composer);
        let mut fragment = self.fragment;
        fragment.blocks = self.composer.finish();
        fragment.counts.extend(tally::kept(&fragment.blocks));
        fragment.counts.extend(self.tally.sentences());
        fragment
    }
}

/// The words that a visitor would see in an element, a block a line.
pub(super) fn visible_lines(tree: &Dom, id: Id) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut at = Some(id);
    while let Some(here) = at {
        let name = tree.name(here);
        let hidden = matches!(name, "script" | "style" | "template" | "head" | "noframes");
        if is_block(name) || matches!(name, "br" | "option" | "td" | "th" | "a" | "button") {
            lines.push(String::new());
        }
        if let (Some(text), Some(line)) = (tree.text(here), lines.last_mut()) {
            line.push_str(text);
        }
        if let Some(alt) = tree.attribute(here, "alt").filter(|_| name == "img") {
            lines.push(alt.to_owned());
        }
        at = tree.following(here, id, !hidden);
    }
    let collapse = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    lines.iter().map(collapse).filter(|line| !line.is_empty()).collect()
}

/// Whether the element stands in a line of its own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

fn cell(tree: &Dom, id: Id, header: bool) -> Cell {
    let number = |key| tree.attribute(id, key).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
    let said = |id| {
        let style = Style::of(tree.attribute(id, "style"));
        style.get("text-align").or_else(|| tree.attribute(id, "align"))
    };
    // Word processors align the paragraph inside.
    let inner = tree.children(id).find(|&child| matches!(tree.name(child), "p" | "div"));
    let align = said(id).or_else(|| inner.and_then(said)).unwrap_or_default();
    let align = match align.to_lowercase().as_str() {
        "center" => Some(Align::Center),
        "right" | "end" => Some(Align::End),
        _ => None,
    };
    Cell {
        header,
        colspan: number("colspan"),
        rowspan: number("rowspan"),
        align,
        content: Vec::new(),
    }
}

/// Whether a table only arranges the page: it says so, or holds other tables or headings, or has no
/// row of two cells.
fn is_layout(tree: &Dom, id: Id) -> bool {
    if matches!(tree.attribute(id, "role"), Some("presentation" | "none")) {
        return true;
    }
    let has = |name| tree.find(id, name).next().is_some();
    if has("table") {
        return true;
    }
    if has("th") || has("caption") {
        return false;
    }
    // Pages from before CSS: no lines between the cells, and the whole text in one of them.
    let borderless = tree.attribute(id, "border") == Some("0");
    if borderless && tree.find(id, "td").any(|cell| tree.words(cell).len() > 150) {
        return true;
    }
    let cells =
        |row| tree.children(row).filter(|&cell| matches!(tree.name(cell), "td" | "th")).count();
    ["h1", "h2", "h3"].into_iter().any(has) || tree.find(id, "tr").all(|row| cells(row) < 2)
}
