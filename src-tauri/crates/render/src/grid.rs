//! A table's cells in their places: spans cut to what fits, gaps filled, so that every format can
//! draw any table.

use dateline_model::{Align, Block, Cell, Row, Table, line_text};

use crate::face::is_blank;

/// The most columns that are set. A page cannot show more, and a span of a billion must not be
/// walked.
const MOST_COLUMNS: u32 = 100;

/// A table laid out: every place belongs to exactly one cell, every row and column begins at least
/// one cell.
#[derive(Debug)]
pub(crate) struct Grid<'a> {
    /// How many columns.
    pub(crate) columns: usize,
    /// How many rows at the top name the columns.
    pub(crate) head: usize,
    /// The cells that begin in each row, in order of their column.
    pub(crate) rows: Vec<Vec<Placed<'a>>>,
}

/// A cell in its place.
#[derive(Debug)]
pub(crate) struct Placed<'a> {
    /// The cell; `None` fills a gap.
    pub(crate) cell: Option<&'a Cell>,
    /// Its first column.
    pub(crate) column: usize,
    /// Columns that it covers, at least 1.
    pub(crate) colspan: usize,
    /// Rows that it covers, at least 1.
    pub(crate) rowspan: usize,
    /// Where its text stands.
    pub(crate) align: Align,
}

impl<'a> Grid<'a> {
    /// Lays a table out. `None` when it has no cell.
    pub(crate) fn of(table: &'a Table) -> Option<Self> {
        let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_empty()).collect();
        let head = rows.iter().take_while(|row| row.iter().all(|cell| cell.header)).count();
        // A table of headers alone has no body to name; its rows are its body.
        let head = if head == rows.len() { 0 } else { head };
        let mut grid = Self { columns: 0, head, rows: Vec::with_capacity(rows.len()) };
        grid.place(&rows);
        if grid.columns == 0 {
            return None;
        }
        grid.drop_columns_that_begin_no_cell();
        grid.align();
        Some(grid)
    }

    /// Whether a row stands in the head.
    pub(crate) fn is_head(&self, row: usize) -> bool {
        row < self.head
    }

    /// Puts every cell at the first free place of its row, as HTML does, and cuts a span where it
    /// would cover a place that is taken, or leave its part of the table.
    fn place(&mut self, rows: &[&'a Row]) {
        // For each column the number of rows that a cell above still covers.
        let mut covered: Vec<usize> = Vec::new();
        for (number, cells) in rows.iter().enumerate() {
            let end = if number < self.head { self.head } else { rows.len() };
            let mut placed = Vec::with_capacity(cells.len());
            let mut column = 0;
            for cell in *cells {
                while covered.get(column).is_some_and(|left| *left > 0) {
                    column += 1;
                }
                if column >= MOST_COLUMNS as usize {
                    break;
                }
                let wanted = cell.colspan.clamp(1, MOST_COLUMNS - column as u32) as usize;
                let free = (column..column + wanted)
                    .take_while(|at| covered.get(*at).is_none_or(|left| *left == 0))
                    .count();
                let rowspan = (cell.rowspan.max(1) as usize).min(end - number);
                if covered.len() < column + free {
                    covered.resize(column + free, 0);
                }
                covered[column..column + free].fill(rowspan);
                let align = cell.align.unwrap_or(Align::Start);
                placed.push(Placed { cell: Some(cell), column, colspan: free, rowspan, align });
                column += free;
            }
            // A row whose every place is covered from above still has to begin a cell.
            if placed.is_empty() {
                let column = covered.len().min(MOST_COLUMNS as usize);
                covered.resize(column + 1, 0);
                covered[column] = 1;
                placed.push(gap(column));
            }
            self.columns = self.columns.max(covered.len());
            self.rows.push(placed);
            covered.iter_mut().for_each(|left| *left = left.saturating_sub(1));
        }
        self.fill_gaps();
    }

    /// Gives every place that no cell covers an empty one.
    fn fill_gaps(&mut self) {
        let mut covered = vec![0; self.columns];
        for row in &mut self.rows {
            for cell in row.iter() {
                covered[cell.column..cell.column + cell.colspan].fill(cell.rowspan);
            }
            let free = covered.iter().enumerate().filter(|(_, left)| **left == 0);
            row.extend(free.map(|(column, _)| gap(column)));
            row.sort_by_key(|cell| cell.column);
            covered.iter_mut().for_each(|left: &mut usize| *left = left.saturating_sub(1));
        }
    }

    fn drop_columns_that_begin_no_cell(&mut self) {
        let begins: Vec<bool> = (0..self.columns)
            .map(|column| self.rows.iter().flatten().any(|cell| cell.column == column))
            .collect();
        let new = |column: usize| begins[..column].iter().filter(|begins| **begins).count();
        for cell in self.rows.iter_mut().flatten() {
            let end = new(cell.column + cell.colspan);
            cell.column = new(cell.column);
            cell.colspan = end - cell.column;
        }
        self.columns = new(self.columns);
    }

    /// Lets figures stand at the end, and with them the names of columns that hold nothing else.
    fn align(&mut self) {
        let mut figures = vec![false; self.columns];
        let mut words = vec![false; self.columns];
        let (head, body) = self.rows.split_at_mut(self.head);
        for placed in body.iter_mut().flatten() {
            let Some(cell) = placed.cell else { continue };
            if cell.header || cell.content.iter().all(is_blank) {
                continue;
            }
            if running_text(cell).is_some_and(|text| is_figure(&text)) {
                figures[placed.column] = true;
                if cell.align.is_none() {
                    placed.align = Align::End;
                }
            } else {
                words[placed.column] = true;
            }
        }
        for placed in head.iter_mut().flatten().filter(|placed| placed.colspan == 1) {
            let free = placed.cell.is_some_and(|cell| cell.align.is_none());
            if free && figures[placed.column] && !words[placed.column] {
                placed.align = Align::End;
            }
        }
    }
}

fn gap<'a>(column: usize) -> Placed<'a> {
    Placed { cell: None, column, colspan: 1, rowspan: 1, align: Align::Start }
}

/// The paragraphs of a cell in one line; `None` when it holds anything else.
fn running_text(cell: &Cell) -> Option<String> {
    let lines: Option<Vec<_>> = cell
        .content
        .iter()
        .map(|block| match block {
            Block::Paragraph(content) => Some(line_text(content)),
            _ => None,
        })
        .collect();
    Some(lines?.join(" "))
}

/// Whether a cell's text is a figure: digits, with what is written around them (signs, separators,
/// currency, per cent, at most one short unit behind).
fn is_figure(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || !text.contains(|c: char| c.is_numeric()) {
        return matches!(text, "–" | "—" | "-" | "…");
    }
    let number = text.trim_end_matches(char::is_alphabetic);
    let unit = text[number.len()..].chars().count();
    unit <= 3
        && number
            .chars()
            .all(|c| c.is_numeric() || c.is_whitespace() || "+-−–±.,'’/:()%‰°€$£¥₽~≈<>".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(text: &str) -> Cell {
        Cell { content: vec![Block::paragraph(text)], ..Cell::default() }
    }

    #[test]
    fn figures_stand_at_the_end_with_their_column_s_name() {
        let header = |text| Cell { header: true, ..cell(text) };
        let table = Table {
            rows: vec![
                vec![header("Country"), header("People")],
                vec![cell("Guests"), cell("1 290")],
                vec![cell("Home"), cell("–")],
            ],
            ..Table::default()
        };
        let grid = Grid::of(&table).unwrap();
        let aligned: Vec<_> = grid.rows.iter().flatten().map(|placed| placed.align).collect();
        assert_eq!(aligned, [Align::Start, Align::End].repeat(3));
        assert_eq!(grid.head, 1);
    }

    #[test]
    fn what_is_a_figure() {
        for yes in ["1", "12.5 %", "€ 3,000", "−4", "22:00", "12 km", "٣٤", "–"] {
            assert!(is_figure(yes), "{yes}");
        }
        for no in ["", "Guests", "Team 4 of 5", "14 October", "B2B"] {
            assert!(!is_figure(no), "{no}");
        }
    }

    proptest! {
        /// Every place of the grid is covered once, whatever spans the cells ask for.
        #[test]
        fn every_place_belongs_to_one_cell(
            spans in prop::collection::vec(
                prop::collection::vec((0u32..5, 0u32..5, any::<bool>()), 0..5), 0..6)
        ) {
            let rows = spans.iter().map(|row| row.iter().map(|(colspan, rowspan, header)| Cell {
                colspan: *colspan, rowspan: *rowspan, header: *header, ..cell("x")
            }).collect()).collect();
            let table = Table { rows, ..Table::default() };
            let Some(grid) = Grid::of(&table) else {
                prop_assert!(spans.iter().all(Vec::is_empty));
                return Ok(());
            };
            let mut cover = vec![vec![0; grid.columns]; grid.rows.len()];
            for (number, row) in grid.rows.iter().enumerate() {
                prop_assert!(!row.is_empty());
                for placed in row {
                    let last = number + placed.rowspan;
                    let end = if grid.is_head(number) { grid.head } else { grid.rows.len() };
                    prop_assert!(last <= end);
                    for line in &mut cover[number..last] {
                        for place in &mut line[placed.column..placed.column + placed.colspan] {
                            *place += 1;
                        }
                    }
                }
            }
            prop_assert!(cover.iter().flatten().all(|times| *times == 1), "{cover:?}");
            for column in 0..grid.columns {
                prop_assert!(grid.rows.iter().flatten().any(|placed| placed.column == column));
            }
        }
    }
}
