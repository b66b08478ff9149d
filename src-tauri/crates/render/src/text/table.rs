//! A table as plain text: aligned columns where they fit, else a line `label: value` for each cell.

use dateline_model::{Align, Block, Table};

use super::body::line;
use super::wire::Wire;
use super::wrap::columns;
use crate::face::is_blank;
use crate::grid::Grid;
use crate::words::Words;

/// Columns between two columns.
const GUTTER: usize = 2;

/// Writes a table under its caption.
pub(super) fn table(wire: &mut Wire, table: &Table, words: &Words) {
    let caption = table.caption.trim();
    if !caption.is_empty() {
        wire.say(caption).end_paragraph();
        wire.gap();
    }
    let Some(grid) = Grid::of(table) else { return };
    let cells: Vec<Vec<String>> = grid
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|placed| {
                    placed.cell.map_or_else(String::new, |cell| cell_text(wire, &cell.content))
                })
                .collect()
        })
        .collect();
    let widths = widths(&grid, &cells);
    if widths.iter().sum::<usize>() + GUTTER * (grid.columns - 1) <= wire.width() {
        in_columns(wire, &grid, &cells, &widths);
    } else {
        in_lines(wire, &grid, &cells, words);
    }
}

/// Everything in a cell, in one line.
fn cell_text(wire: &mut Wire, content: &[Block]) -> String {
    flat(wire, content);
    wire.take().replace('\n', " ")
}

fn flat(wire: &mut Wire, content: &[Block]) {
    for (at, block) in content.iter().filter(|block| !is_blank(block)).enumerate() {
        if at > 0 {
            wire.say(" · ");
        }
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => line(wire, content),
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        wire.say(" · ");
                    }
                    flat(wire, item);
                }
            }
            other => {
                let alone = dateline_model::Body(vec![other.clone()]);
                wire.say(&alone.plain_text());
            }
        }
    }
}

fn widths(grid: &Grid<'_>, cells: &[Vec<String>]) -> Vec<usize> {
    let mut widths = vec![0; grid.columns];
    let all = || grid.rows.iter().flatten().zip(cells.iter().flatten());
    for (placed, text) in all().filter(|(placed, _)| placed.colspan == 1) {
        widths[placed.column] = widths[placed.column].max(columns(text));
    }
    for (placed, text) in all().filter(|(placed, _)| placed.colspan > 1) {
        let last = placed.column + placed.colspan - 1;
        let covered: usize = widths[placed.column..=last].iter().sum();
        let room = covered + GUTTER * (placed.colspan - 1);
        widths[last] += columns(text).saturating_sub(room);
    }
    widths
}

fn in_columns(wire: &mut Wire, grid: &Grid<'_>, cells: &[Vec<String>], widths: &[usize]) {
    let start = |column: usize| widths[..column].iter().map(|width| width + GUTTER).sum::<usize>();
    for (number, (row, texts)) in grid.rows.iter().zip(cells).enumerate() {
        if number > 0 && number == grid.head {
            let rule: Vec<_> = widths.iter().map(|width| "-".repeat((*width).max(1))).collect();
            wire.set_line(&rule.join(&" ".repeat(GUTTER)));
        }
        let mut set = String::new();
        let mut used = 0;
        for (placed, text) in row.iter().zip(texts) {
            let end = start(placed.column + placed.colspan) - GUTTER;
            let free = (end - start(placed.column)).saturating_sub(columns(text));
            let before = match placed.align {
                Align::Start => 0,
                Align::Center => free / 2,
                Align::End => free,
            };
            let target = start(placed.column) + before;
            set.extend(std::iter::repeat_n(' ', target.saturating_sub(used)));
            set.push_str(text);
            used = target.max(used) + columns(text);
        }
        wire.set_line(&set);
    }
}

fn in_lines(wire: &mut Wire, grid: &Grid<'_>, cells: &[Vec<String>], words: &Words) {
    let mut labels: Vec<Vec<&str>> = vec![Vec::new(); grid.columns];
    // What a cell says for this row and the ones below: the rows left, its columns, its text.
    let mut said: Vec<(usize, usize, &str)> = vec![(0, 0, ""); grid.columns];
    for (number, (row, texts)) in grid.rows.iter().zip(cells).enumerate() {
        if grid.is_head(number) {
            for (placed, text) in row.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
                let covered = &mut labels[placed.column..placed.column + placed.colspan];
                covered.iter_mut().for_each(|label| label.push(text));
            }
            continue;
        }
        for (placed, text) in row.iter().zip(texts) {
            said[placed.column] = (placed.rowspan, placed.colspan, text);
        }
        wire.gap();
        for (column, (left, span, text)) in said.iter_mut().enumerate().filter(|(_, it)| it.0 > 0) {
            *left -= 1;
            let mut label: Vec<&str> = labels[column..column + *span].concat();
            label.dedup();
            let indent = wire.hang("", 2);
            for (at, part) in label.iter().enumerate() {
                wire.say(if at > 0 { " · " } else { "" }).say(part);
            }
            if !label.is_empty() {
                wire.say(words.colon);
            }
            wire.say(text).end_paragraph();
            wire.leave(indent);
        }
    }
}
