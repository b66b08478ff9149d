//! The gate, over every combination of what it looks at.

use std::fmt::Write;

use chrono_tz::Tz;

use super::*;

const CONSENTS: [Consent; 4] =
    [Consent::Nobody, Consent::Holds, Consent::Voided, Consent::Elsewhere];
const PURPOSES: [Purpose; 4] = [Purpose::Final, Purpose::Draft, Purpose::Notice, Purpose::Preview];

fn now() -> DateTime<Utc> {
    "2026-10-14T08:00:00Z".parse().unwrap()
}

fn embargo(until: &str) -> Embargo {
    Embargo { until: until.parse().unwrap(), zone: Tz::Europe__Oslo }
}

fn standing(stage: Stage, consent: Consent) -> Standing {
    Standing { stage, trashed: false, consent, embargo: None, errors: 0, suggestions: 0 }
}

/// How one asks the gate and what it says, in few words.
fn verdict(standing: &Standing, purpose: Purpose, rules: &HouseRules) -> String {
    match clear(standing, purpose, rules, now()) {
        Ok(Clearance { notice: true, .. }) => "notice".to_owned(),
        Ok(Clearance { marking: Marking { draft: false, .. }, .. }) => "final".to_owned(),
        Ok(_) => "DRAFT".to_owned(),
        Err(reasons) => format!("{reasons:?}"),
    }
}

/// Every standing there is, with every rule of the house.
fn everything() -> impl Iterator<Item = (Standing, HouseRules)> {
    let embargoes =
        [None, Some(embargo("2026-10-14T08:00:01Z")), Some(embargo("2026-10-14T08:00:00Z"))];
    let mut all = Vec::new();
    for stage in Stage::ALL {
        for consent in CONSENTS {
            for trashed in [false, true] {
                for embargo in embargoes {
                    for errors in [0, 2] {
                        for errors_stop in [false, true] {
                            all.push((
                                Standing {
                                    stage,
                                    trashed,
                                    consent,
                                    embargo,
                                    errors,
                                    suggestions: 0,
                                },
                                HouseRules { errors_stop },
                            ));
                        }
                    }
                }
            }
        }
    }
    all.into_iter()
}

#[test]
fn stage_and_approval_decide() {
    let mut table = String::new();
    for stage in Stage::ALL {
        for consent in CONSENTS {
            let one = standing(stage, consent);
            let rules = HouseRules::default();
            let [last, draft, ..] = PURPOSES.map(|purpose| verdict(&one, purpose, &rules));
            writeln!(table, "{:9} {:9}  {last:27} {draft}", stage.as_str(), format!("{consent:?}"))
                .unwrap();
        }
    }
    insta::assert_snapshot!(table, @r"
    draft     Nobody     [Unapproved(Draft)]         DRAFT
    draft     Holds      [Unapproved(Draft)]         DRAFT
    draft     Voided     [Unapproved(Draft)]         DRAFT
    draft     Elsewhere  [Unapproved(Draft)]         DRAFT
    review    Nobody     [Unapproved(Review)]        DRAFT
    review    Holds      [Unapproved(Review)]        DRAFT
    review    Voided     [Unapproved(Review)]        DRAFT
    review    Elsewhere  [Unapproved(Review)]        DRAFT
    approved  Nobody     [Unapproved(Approved)]      DRAFT
    approved  Holds      final                       final
    approved  Voided     [ApprovalVoided]            DRAFT
    approved  Elsewhere  [Unapproved(Approved)]      DRAFT
    released  Nobody     [Unapproved(Released)]      DRAFT
    released  Holds      final                       final
    released  Voided     [ApprovalVoided]            DRAFT
    released  Elsewhere  final                       final
    corrected Nobody     [Unapproved(Corrected)]     DRAFT
    corrected Holds      final                       final
    corrected Voided     [ApprovalVoided]            DRAFT
    corrected Elsewhere  final                       final
    withdrawn Nobody     [Withdrawn]                 [Withdrawn]
    withdrawn Holds      [Withdrawn]                 [Withdrawn]
    withdrawn Voided     [Withdrawn]                 [Withdrawn]
    withdrawn Elsewhere  [Withdrawn]                 [Withdrawn]
    ");
}

#[test]
fn an_embargo_stands_on_the_face_of_everything_until_its_instant() {
    for (standing, rules) in everything() {
        for purpose in PURPOSES {
            if let Ok(clearance) = clear(&standing, purpose, &rules, now()) {
                let holds = standing.embargo.filter(|embargo| embargo.until > now());
                let holds = holds.filter(|_| !clearance.notice);
                assert_eq!(clearance.marking.embargo, holds, "{standing:?}");
            }
        }
    }
}

#[test]
fn nothing_final_leaves_without_somebody_behind_it() {
    for (standing, rules) in everything() {
        let Ok(clearance) = clear(&standing, Purpose::Final, &rules, now()) else { continue };
        assert!(!clearance.marking.draft, "{standing:?}");
        assert!(!standing.trashed && standing.stage != Stage::Withdrawn, "{standing:?}");
        match standing.consent {
            Consent::Holds => assert!(standing.stage >= Stage::Approved, "{standing:?}"),
            Consent::Elsewhere => assert!(standing.stage.is_out(), "{standing:?}"),
            Consent::Nobody | Consent::Voided => panic!("nobody stands behind {standing:?}"),
        }
    }
}

#[test]
fn trash_and_withdrawn_texts_leave_in_no_form_and_drafts_only_marked() {
    for (standing, rules) in everything() {
        let gone = standing.trashed || standing.stage == Stage::Withdrawn;
        let draft = clear(&standing, Purpose::Draft, &rules, now());
        assert_eq!(draft.is_err(), gone, "{standing:?}");
        let last = clear(&standing, Purpose::Final, &rules, now());
        if let Ok(draft) = draft {
            assert_eq!(draft.marking.draft, last.is_err(), "{standing:?}");
        }
        // What one sees is what an export would write, where there is any that would.
        let preview = clear(&standing, Purpose::Preview, &rules, now()).unwrap();
        let notice = standing.stage == Stage::Withdrawn;
        assert_eq!(preview.notice, notice, "{standing:?}");
        assert_eq!(preview.marking.draft, last.is_err() && !notice, "{standing:?}");
    }
}

#[test]
fn only_of_what_was_withdrawn_there_is_a_notice() {
    for (standing, rules) in everything() {
        let expected = match (standing.stage, standing.trashed) {
            (Stage::Withdrawn, false) => Ok(Clearance { notice: true, ..Clearance::default() }),
            (Stage::Withdrawn, true) => Err(vec![Reason::Trashed]),
            _ => Err(vec![Reason::NotWithdrawn]),
        };
        assert_eq!(clear(&standing, Purpose::Notice, &rules, now()), expected, "{standing:?}");
    }
}

#[test]
fn errors_stop_what_is_not_out_where_the_house_wants_it() {
    let (strict, lax) = (HouseRules { errors_stop: true }, HouseRules::default());
    let found = |stage, consent| Standing { errors: 2, ..standing(stage, consent) };
    let approved = found(Stage::Approved, Consent::Holds);
    assert_eq!(verdict(&approved, Purpose::Final, &lax), "final");
    assert_eq!(verdict(&approved, Purpose::Final, &strict), "[OpenErrors(2)]");
    assert_eq!(verdict(&approved, Purpose::Draft, &strict), "DRAFT");
    for consent in [Consent::Holds, Consent::Elsewhere] {
        assert_eq!(verdict(&found(Stage::Released, consent), Purpose::Final, &strict), "final");
    }
    let draft = found(Stage::Draft, Consent::Nobody);
    assert_eq!(verdict(&draft, Purpose::Final, &strict), "[Unapproved(Draft), OpenErrors(2)]");
}

#[test]
fn a_bulletin_is_under_the_latest_embargo_of_its_items() {
    let free = standing(Stage::Released, Consent::Holds);
    let soon = Standing { embargo: Some(embargo("2026-10-15T00:00:00Z")), ..free };
    let late = Standing { embargo: Some(embargo("2026-10-20T00:00:00Z")), ..free };
    let past = Standing { embargo: Some(embargo("2026-10-01T00:00:00Z")), ..free };
    let ask = |items: &[Standing], way| {
        clear_bulletin(items, way, Purpose::Final, &HouseRules::default(), now())
    };
    let held = ask(&[soon, free, late, past], EmbargoedItems::Hold).unwrap();
    assert_eq!(held.marking.embargo, late.embargo);
    assert_eq!(held.items.len(), 4);
    assert_eq!(held.items[0].1.marking.embargo, soon.embargo, "an item keeps its own");

    let left = ask(&[soon, free, late, past], EmbargoedItems::LeaveOut).unwrap();
    assert_eq!(left.marking.embargo, None);
    assert_eq!(left.items.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(left.embargoed, [0, 2]);

    assert_eq!(ask(&[soon], EmbargoedItems::LeaveOut), Err(vec![BulletinReason::Empty]));
    assert_eq!(ask(&[], EmbargoedItems::Hold), Err(vec![BulletinReason::Empty]));
}

#[test]
fn a_bulletin_leaves_with_all_its_items_or_not_at_all() {
    let good = standing(Stage::Released, Consent::Holds);
    let draft = standing(Stage::Draft, Consent::Nobody);
    let gone = standing(Stage::Withdrawn, Consent::Holds);
    let items = [good, draft, gone];
    let ask = |purpose| {
        clear_bulletin(&items, EmbargoedItems::Hold, purpose, &HouseRules::default(), now())
    };
    assert_eq!(
        ask(Purpose::Final),
        Err(vec![
            BulletinReason::Item(1, vec![Reason::Unapproved(Stage::Draft)]),
            BulletinReason::Item(2, vec![Reason::Withdrawn]),
        ])
    );
    assert_eq!(ask(Purpose::Draft), Err(vec![BulletinReason::Item(2, vec![Reason::Withdrawn])]));
    let preview = ask(Purpose::Preview).unwrap();
    assert!(preview.marking.draft && preview.items.len() == 3);
}

#[test]
fn nothing_leaves_while_a_suggestion_is_open() {
    for stage in Stage::ALL {
        let open = Standing { suggestions: 2, ..standing(stage, Consent::Holds) };
        for purpose in [Purpose::Final, Purpose::Draft] {
            let refused = clear(&open, purpose, &HouseRules::default(), now()).unwrap_err();
            if stage != Stage::Withdrawn {
                assert!(refused.contains(&Reason::OpenSuggestions(2)), "{stage} {purpose:?}");
            }
        }
        assert!(clear(&open, Purpose::Preview, &HouseRules::default(), now()).is_ok());
    }
    let said = [1, 2].map(|n| Reason::OpenSuggestions(n).to_string());
    insta::assert_snapshot!(said.join("\n"), @r"
    a suggestion in it is still open. Accept or reject it first
    2 suggestions in it are still open. Accept or reject them first
    ");
}
