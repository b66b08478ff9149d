//! SARIF 2.1.0, the form in which code hosts, editors and build servers take findings.

use std::path::Path;

use dateline_check::{Finding, Layout, Rule, Severity};
use serde_json::{Value, json};

/// A finding, and where it was made.
pub(super) struct Told<'a> {
    pub(super) origin: Origin<'a>,
    pub(super) finding: &'a Finding,
}

/// What was read.
pub(super) enum Origin<'a> {
    /// A release of the desk, which has no lines and columns.
    Release(i64),
    /// A text file, by its path, with its lines.
    File(&'a str, &'a Layout),
}

/// One log with one run: every rule, and these findings.
pub(super) fn log<'a>(found: impl Iterator<Item = Told<'a>>) -> Value {
    let rules: Vec<Value> = dateline_check::rules().iter().map(|rule| described(rule)).collect();
    let results: Vec<Value> = found.map(|told| result(&told)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Dateline",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            // Else columns would be read as UTF-16 code units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.what },
        "fullDescription": { "text": rule.why },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn result(told: &Told) -> Value {
    let Told { origin, finding } = told;
    let index = dateline_check::rules().iter().position(|rule| rule.id == finding.rule);
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(told)],
        "partialFingerprints": { "datelineKey/v1": finding.key },
    });
    if let Origin::File(name, layout) = origin
        && let Some(region) = region(layout, finding)
        && !finding.fixes.is_empty()
    {
        let fixes = finding.fixes.iter().map(|fix| {
            json!({
                "description": { "text": fix.label },
                "artifactChanges": [{
                    "artifactLocation": { "uri": uri(name) },
                    "replacements": [{
                        "deletedRegion": region,
                        "insertedContent": { "text": fix.replacement },
                    }],
                }],
            })
        });
        result["fixes"] = fixes.collect();
    }
    result
}

/// In a file, the region; in a release, its part, block and characters by name.
fn location(told: &Told) -> Value {
    let Told { origin, finding } = told;
    match origin {
        Origin::File(name, layout) => {
            let mut physical = json!({ "artifactLocation": { "uri": uri(name) } });
            if let Some(mut region) = region(layout, finding) {
                region["snippet"] = json!({ "text": finding.excerpt });
                physical["region"] = region;
            }
            json!({ "physicalLocation": physical })
        }
        Origin::Release(id) => {
            let block = finding.block.map_or(String::new(), |block| format!("/{block}"));
            let part = format!("{}{block}", finding.slot);
            let place = format!("release/{id}/{part}:{}-{}", finding.start, finding.end);
            json!({ "logicalLocations": [{
                "name": part,
                "fullyQualifiedName": place,
                "kind": "member",
            }]})
        }
    }
}

fn region(layout: &Layout, finding: &Finding) -> Option<Value> {
    let block = finding.block?;
    let (line, column) = layout.place(block, finding.start)?;
    let (last_line, last_column) = layout.place(block, finding.end)?;
    Some(json!({
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
    }))
}

/// A path as a reference: slashes, and no sign that a reference gives another meaning to.
fn uri(name: &str) -> String {
    let path = name.replace('\\', "/");
    let mut uri = String::new();
    if Path::new(name).is_absolute() {
        uri.push_str(if path.starts_with('/') { "file://" } else { "file:///" });
    }
    for byte in path.bytes() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if plain {
            uri.push(byte.into());
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("copy desk/März.txt"), "copy%20desk/M%C3%A4rz.txt");
        assert_eq!(uri("-"), "-");
        #[cfg(unix)]
        assert_eq!(uri("/press/a#1.txt"), "file:///press/a%231.txt");
    }
}
