//! Sums in tables that are not the sum.

use dateline_model::{Block as Node, Cell, Row, line_text, say};

use crate::{
    Severity,
    copy::Copy,
    lexicon::{self, Class},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "table-sum",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A total in a table that is not the sum of its column.",
    why: "It is the one error that any reader can prove.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"headline":"Cargo","body":{"type":"doc","content":[{"type":"table","content":[{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Grain"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"1,200"}]}]}]},{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Ore"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"800"}]}]}]},{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Total"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"2,100"}]}]}]}]}]}}"#,
    )],
    passes: &[release(
        r#"{"headline":"Cargo","body":{"type":"doc","content":[{"type":"table","content":[{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Grain"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"1,200"}]}]}]},{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Ore"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"800"}]}]}]},{"type":"table_row","content":[{"type":"table_header","content":[{"type":"paragraph","content":[{"type":"text","text":"Total"}]}]},{"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"2,000"}]}]}]}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    let total = lexicon::of(content.language.primary());
    let mut number = 0;
    for node in &content.body.0 {
        if let Node::Table(table) = node {
            for (at, row) in table.rows.iter().enumerate() {
                let label = row
                    .first()
                    .map(|cell| cell_text(&cell.content))
                    .unwrap_or_default()
                    .to_lowercase();
                let is_total = label
                    .split_whitespace()
                    .next()
                    .is_some_and(|word| total.sense(word.trim_end_matches(':')).is(Class::Total));
                if is_total {
                    check_row(
                        copy,
                        &table.rows[..at],
                        row,
                        number + passages_before(&table.rows[..at]),
                        notes,
                    );
                }
            }
        }
        number += node.passage_count();
    }
}

fn check_row(copy: &Copy, above: &[Row], total: &Row, first: usize, notes: &mut Notes) {
    let mut number = first;
    for (column, cell) in total.iter().enumerate() {
        let passage = number;
        number += passages_in(cell);
        let Some(said) = value(copy, &cell_text(&cell.content)).filter(|_| column > 0) else {
            continue;
        };
        // Rows of other widths have spans, and then nobody can tell the columns.
        let regular = above.iter().filter(|row| row.len() == total.len());
        let parts: Vec<f64> =
            regular.filter_map(|row| value(copy, &cell_text(&row[column].content))).collect();
        let sum: f64 = parts.iter().sum();
        if parts.len() < 2
            || (sum - said).abs()
                < 0.51 * 10f64.powi(-decimals(&cell_text(&cell.content))) * parts.len() as f64
        {
            continue;
        }
        if let Some(block) = copy.body_block(passage) {
            notes.at(block, 0..block.text().len(), say!("The figures above add up to {sum}.", sum));
        }
    }
}

fn passages_before(rows: &[Row]) -> usize {
    rows.iter().flatten().map(passages_in).sum()
}

fn passages_in(cell: &Cell) -> usize {
    cell.content.iter().map(Node::passage_count).sum()
}

fn cell_text(content: &[Node]) -> String {
    let lines = content.iter().filter_map(|node| match node {
        Node::Paragraph(line) => Some(line_text(line)),
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}

/// The one figure that a cell holds.
fn value(copy: &Copy, text: &str) -> Option<f64> {
    let language = copy.content?.language.clone();
    let reading = crate::reading::Reading::of(text.trim().to_owned(), language);
    match &reading.figures[..] {
        [figure] if figure.tokens.start <= 1 => Some(figure.value),
        _ => None,
    }
}

/// How many decimals a figure shows; its parts may be rounded by half of the last.
fn decimals(text: &str) -> i32 {
    let digits = text.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
    let tail = digits.rsplit(['.', ',']).next().map_or(0, str::len);
    if digits.contains(['.', ',']) && tail < 3 { tail as i32 } else { 0 }
}
