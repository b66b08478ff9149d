//! The inbox folder, emptied once by a call.

use crate::desk::Desk;

#[test]
fn what_lies_in_the_inbox_becomes_drafts() {
    let desk = Desk::new();
    desk.write("inbox/pilot.txt", "Pilot boat named\n\nThe port named its new pilot boat today.\n");
    desk.write("inbox/talk.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3");
    let said = desk.run(&["inbox", "inbox"]);
    assert_eq!(said.code, 1, "{}", said.words);
    assert!(said.words.contains("talk.pdf"), "{}", said.words);
    assert!(said.words.ends_with("1 from the inbox; 1 not taken.\n"), "{}", said.words);
    assert_eq!(desk.release(1)["headline"], "Pilot boat named");
    for moved in ["done/pilot.txt", "refused/talk.pdf", "refused/talk.pdf.txt"] {
        assert!(desk.path("inbox").join(moved).is_file(), "{moved}");
    }
    assert!(desk.run(&["inbox", "inbox"]).done().words.starts_with("0 from the inbox"));
}

#[test]
fn a_desk_without_an_inbox_says_so() {
    assert!(Desk::new().run(&["inbox"]).wrong().contains("no inbox"));
}
