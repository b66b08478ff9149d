//! Reading while others write.

use std::sync::atomic::{AtomicBool, Ordering};

use dateline_model::{Body, Content, Stage};
use dateline_store::{Cause, NewRelease, Question};

use crate::common::{Room, complete, names};

#[test]
fn readers_see_whole_states_while_the_desk_is_written() {
    let room = Room::new();
    let text = |n: usize| Content {
        headline: format!("State {n}"),
        body: Body::of_paragraphs([format!("State {n}")]),
        ..complete("")
    };
    let first = room.create(text(0));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut last = 0;
                while !done.load(Ordering::Relaxed) {
                    let release = room.desk.release(first.id).unwrap();
                    let headline = &release.content.headline;
                    assert_eq!(&release.content.body.plain_text(), headline);
                    let state = headline.trim_start_matches("State ").parse::<usize>().unwrap();
                    assert!(state >= last, "a reader never goes back");
                    last = state;
                    let text = "state".into();
                    let page = room.list(Question { text, limit: 1000, ..Question::default() });
                    assert_eq!(page.rows.len(), page.total as usize);
                    let row = page.rows.iter().find(|row| row.id == first.id).unwrap();
                    assert!(row.snippet.as_deref().unwrap().contains(&row.headline));
                    // An archive comes in whole.
                    assert_eq!((page.total - 1) % 25, 0);
                }
            });
        }
        let mut release = first.clone();
        for n in 1..=100 {
            release = room
                .desk
                .save(first.id, release.revision, &text(n), Cause::Typing, "Ada", room.now)
                .unwrap();
            if n % 10 == 0 {
                let batch = (0..25).map(|_| NewRelease {
                    content: complete("State of the archive"),
                    tags: names(&["archive"]),
                    stage: Stage::Released,
                    ..NewRelease::default()
                });
                room.desk.create_releases(batch.collect(), "Ada", room.now).unwrap();
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(room.find("").len(), 251);
}

#[test]
fn writers_of_one_text_never_lose_a_word() {
    let room = Room::new();
    let release = room.create(complete(""));
    std::thread::scope(|scope| {
        for author in ["Ada", "Bo", "Cy"] {
            let (room, id) = (&room, release.id);
            scope.spawn(move || {
                for n in 0..20 {
                    // Each adds a paragraph, and on a conflict starts again from the head.
                    loop {
                        let head = room.desk.release(id).unwrap();
                        let mut content = head.content.clone();
                        content.body.0.extend(Body::of_paragraphs([format!("{author} {n}")]).0);
                        let saved = room.desk.save(
                            id,
                            head.revision,
                            &content,
                            Cause::Typing,
                            author,
                            room.now,
                        );
                        if saved.is_ok() {
                            break;
                        }
                    }
                }
            });
        }
    });
    let text = room.desk.release(release.id).unwrap().content.body.plain_text();
    for author in ["Ada", "Bo", "Cy"] {
        assert_eq!(text.lines().filter(|line| line.starts_with(author)).count(), 20);
    }
}
