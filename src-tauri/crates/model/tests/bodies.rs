//! The corpus of bodies that the model and the editor's schema must both carry unchanged; the
//! editor's half of this proof is `ui/src/editor/body.test.ts`.

use std::{collections::BTreeMap, fs, path::Path};

use dateline_model::Body;
use serde_json::Value;

#[test]
fn every_body_survives_and_its_passages_are_counted_alike() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpora");
    let passages = fs::read_to_string(corpora.join("passages.json")).unwrap();
    let passages: BTreeMap<String, Vec<String>> = serde_json::from_str(&passages).unwrap();
    let mut seen = Vec::new();
    for file in fs::read_dir(corpora.join("bodies")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let source: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let body: Body = serde_json::from_value(source.clone()).unwrap();
        assert_eq!(serde_json::to_value(&body).unwrap(), source, "{name}");
        let texts: Vec<_> = body.passages().into_iter().map(|passage| passage.text).collect();
        let counted: usize = body.0.iter().map(dateline_model::Block::passage_count).sum();
        assert_eq!(counted, texts.len());
        assert_eq!(passages.get(&name), Some(&texts), "{name}");
        seen.push(name);
    }
    seen.sort();
    assert!(passages.keys().eq(&seen), "every listed body is there: {seen:?}");
}
