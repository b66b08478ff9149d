//! Tables of word processors seldom say which row is their head; a first row that is bold does.

use dateline_model::{Block, Inline, Row, Table};

/// Makes the first row of each table a header row, where it is bold throughout, no other row is, and
/// the table has no header yet.
pub(crate) fn recognise(blocks: &mut [Block]) {
    for block in blocks {
        if let Block::Table(Table { rows, .. }) = block
            && let [head, rest @ ..] = rows.as_mut_slice()
            && !rest.is_empty()
            && !head.iter().chain(rest.iter().flatten()).any(|cell| cell.header)
            && is_bold(head)
            && !rest.iter().any(is_bold)
        {
            for cell in head {
                cell.header = true;
                cell.content.iter_mut().for_each(unmark);
            }
        }
    }
}

/// Whether all words of a row are bold, and there are some.
fn is_bold(row: &Row) -> bool {
    let mut words =
        row.iter().flat_map(|cell| &cell.content).flat_map(line).filter_map(
            |inline| match inline {
                Inline::Text { marks, .. } => Some(marks.strong),
                _ => None,
            },
        );
    words.next() == Some(true) && words.all(|strong| strong)
}

fn line(block: &Block) -> &[Inline] {
    match block {
        Block::Paragraph(content) => content,
        _ => &[],
    }
}

fn unmark(block: &mut Block) {
    if let Block::Paragraph(content) = block {
        for inline in content {
            if let Inline::Text { marks, .. } = inline {
                marks.strong = false;
            }
        }
    }
}
