//! Find and replace across releases, shown first and then done.

use crate::desk::Desk;

#[test]
fn every_hit_is_shown_before_anything_changes() {
    let desk = Desk::new();
    desk.write("one.md", "---\nheadline: Harbour open\n---\n\nThe harbour opens.\n");
    desk.write("two.md", "---\nheadline: Harbour fair\nstage: released\n---\n\nCome.\n");
    desk.run(&["import", "one.md", "two.md"]).done();
    let shown = desk.run(&["replace", "harbour", "port", "--whole-word"]).done();
    assert_eq!(
        shown.words,
        "2 in 1 release found; nothing was changed (--yes replaces).\n\
         1 release that readers have also hold these words, and stay as they are.\n"
    );
    assert_eq!(desk.release(1)["headline"], "Harbour open");
    desk.run(&["replace", "harbour", "port", "--match-case", "--yes"]).done();
    assert_eq!(desk.release(1)["headline"], "Harbour open");
    assert!(desk.release(1).to_string().contains("The port opens."));
    desk.run(&["replace", "harbour", "port", "--yes"]).done();
    assert_eq!(desk.release(1)["headline"], "port open");
    assert_eq!(desk.release(2)["headline"], "Harbour fair");
}
