//! The gate, over every combination of what it looks at.

use std::fmt::Write;

use chrono_tz::Tz;

use super::*;

const CONSENTS: [Consent; 4] =
    [Consent::Nobody, Consent::Holds, Consent::Voided, Consent::Elsewhere];
const PURPOSES: [Purpose; 5] =
    [Purpose::Final, Purpose::Draft, Purpose::Overruled, Purpose::Notice, Purpose::Preview];

fn now() -> DateTime<Utc> {
    "2026-10-14T08:00:00Z".parse().unwrap()
}

fn embargo(until: &str) -> Embargo {
    Embargo { until: until.parse().unwrap(), zone: Tz::Europe__Oslo }
}

fn standing(stage: Stage, consent: Consent) -> Standing {
    Standing { stage, trashed: false, consent, embargo: None, suggestions: 0, errors: 0 }
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
                    for (suggestions, errors) in [(0, 0), (0, 2), (1, 0), (1, 2)] {
                        let standing =
                            Standing { stage, trashed, consent, embargo, suggestions, errors };
                        for errors_stop in [false, true] {
                            all.push((standing, HouseRules { errors_stop }));
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
            let rules = HouseRules { errors_stop: true };
            let [last, draft, ..] = PURPOSES.map(|purpose| verdict(&one, purpose, &rules));
            writeln!(table, "{:9} {:9}  {last:27} {draft}", stage.as_str(), format!("{consent:?}"))
                .unwrap();
        }
    }
    insta::assert_snapshot!(table, @r"
    draft     Nobody     [Unapproved(Draft)]         DRAFT
    draft     Holds      [Unapproved(Draft)]         DRAFT
    draft     Voided     [ApprovalVoided]            DRAFT
    draft     Elsewhere  [Unapproved(Draft)]         DRAFT
    review    Nobody     [Unapproved(Review)]        DRAFT
    review    Holds      [Unapproved(Review)]        DRAFT
    review    Voided     [ApprovalVoided]            DRAFT
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
fn errors_stop_what_is_not_out_unless_the_house_lets_them_pass() {
    let (strict, lax) = (HouseRules { errors_stop: true }, HouseRules { errors_stop: false });
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
fn an_open_suggestion_stops_what_is_not_out() {
    let open = |stage, consent| Standing { suggestions: 1, ..standing(stage, consent) };
    let lax = HouseRules { errors_stop: false };
    let approved = open(Stage::Approved, Consent::Holds);
    assert_eq!(verdict(&approved, Purpose::Final, &lax), "[OpenSuggestions(1)]");
    assert_eq!(verdict(&approved, Purpose::Draft, &lax), "DRAFT");
    for consent in [Consent::Holds, Consent::Elsewhere] {
        assert_eq!(verdict(&open(Stage::Released, consent), Purpose::Final, &lax), "final");
    }
}

#[test]
fn only_what_may_be_overruled_is_and_it_is_told() {
    for (standing, rules) in everything() {
        let last = clear(&standing, Purpose::Final, &rules, now());
        let overruled = clear(&standing, Purpose::Overruled, &rules, now());
        let Err(reasons) = last else {
            assert_eq!(overruled, last, "there is nothing to overrule: {standing:?}");
            continue;
        };
        let (may, stand): (Vec<_>, Vec<_>) =
            reasons.into_iter().partition(|reason| reason.may_be_overruled());
        match overruled {
            Ok(clearance) => {
                assert!(stand.is_empty() && clearance.overruled == may, "{standing:?}");
                assert!(!clearance.marking.draft && !clearance.notice, "{standing:?}");
                let holds = standing.embargo.filter(|embargo| embargo.holds(now()));
                assert_eq!(clearance.marking.embargo, holds, "no embargo is overruled");
                assert!(!standing.trashed && standing.stage != Stage::Withdrawn, "{standing:?}");
                assert_ne!(standing.consent, Consent::Nobody, "{standing:?}");
            }
            Err(reasons) => assert!(!stand.is_empty() && reasons == stand, "{standing:?}"),
        }
    }
}

#[test]
fn reasons_read_as_sentences() {
    let said = |reason: Reason| reason.to_string();
    insta::assert_snapshot!(
        [Reason::OpenSuggestions(1), Reason::OpenSuggestions(3), Reason::OpenErrors(1), Reason::OpenErrors(2)]
            .map(said)
            .join("\n"),
        @r"
    a suggestion in it is still open. Accept or reject it first
    3 suggestions in it are still open. Accept or reject them first
    the checks found one error in it. Mend it, accept it with a reason, or approve the release with the reason why it may stand
    the checks found 2 errors in it. Mend them, accept them with a reason, or approve the release with the reason why they may stand
    "
    );
}

#[test]
fn a_bulletin_is_under_the_latest_embargo_of_its_items() {
    let free = standing(Stage::Released, Consent::Holds);
    let soon = Standing { embargo: Some(embargo("2026-10-15T00:00:00Z")), ..free };
    let late = Standing { embargo: Some(embargo("2026-10-20T00:00:00Z")), ..free };
    let past = Standing { embargo: Some(embargo("2026-10-01T00:00:00Z")), ..free };
    let ask = |items: &[Standing], way| {
        clear_bulletin(items, way, Purpose::Final, &HouseRules { errors_stop: true }, now())
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
        clear_bulletin(
            &items,
            EmbargoedItems::Hold,
            purpose,
            &HouseRules { errors_stop: true },
            now(),
        )
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
