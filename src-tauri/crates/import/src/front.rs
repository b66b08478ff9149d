//! Front matter: the lines `key: value` between two lines of three hyphens above a Markdown text.

use serde_json::Value;

/// Cuts a text into its front matter's fields and the rest. Without front matter there are no
/// fields. Understood is what people write by hand of YAML: words after a colon, quoted or not;
/// lists in brackets or as lines with a hyphen; comments; JSON, which is YAML. A line that is none of these is kept as a
/// field without a name, to be reported.
pub(crate) fn split(text: &str) -> (Vec<(String, Value)>, &str) {
    let text = text.trim_start_matches('\u{feff}').trim_start_matches(['\r', '\n']);
    let none = (Vec::new(), text);
    let Some(after) = fence(text, &["---"]) else { return none };
    let mut rest = after;
    let mut fields: Vec<(String, Value)> = Vec::new();
    loop {
        if let Some(body) = fence(rest, &["---", "..."]) {
            return (fields, body);
        }
        if rest.is_empty() {
            return none;
        }
        let (line, following) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = following;
        take(line.trim_end_matches('\r'), &mut fields);
    }
}

/// What follows a line of one of these marks.
fn fence<'a>(text: &'a str, marks: &[&str]) -> Option<&'a str> {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    marks.contains(&line.trim_end()).then_some(rest)
}

fn take(line: &str, fields: &mut Vec<(String, Value)>) {
    let words = line.trim();
    if words.is_empty() || words.starts_with('#') {
        return;
    }
    if let Some(entry) = words.strip_prefix("- ")
        && let Some((_, value)) = fields.last_mut()
    {
        if value.as_str().is_some_and(str::is_empty) {
            *value = Value::Array(Vec::new());
        }
        if let Value::Array(list) = value {
            list.push(scalar(entry));
            return;
        }
    }
    match words.split_once(':') {
        Some((key, value)) if is_key(key) => fields.push((key.to_lowercase(), read(value))),
        _ => fields.push((String::new(), Value::String(words.to_owned()))),
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn read(value: &str) -> Value {
    let value = value.trim();
    if value.starts_with('{')
        && let Ok(json @ Value::Object(_)) = serde_json::from_str(value)
    {
        return json;
    }
    match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => entries(list),
        None => scalar(value),
    }
}

/// The entries of a list in brackets; commas inside quotation marks divide nothing.
fn entries(list: &str) -> Value {
    if let Ok(json) = serde_json::from_str::<Vec<Value>>(&format!("[{list}]")) {
        return Value::Array(json);
    }
    Value::Array(list.split(',').filter(|e| !e.trim().is_empty()).map(scalar).collect())
}

fn scalar(value: &str) -> Value {
    let value = value.trim();
    if value.starts_with('"')
        && let Ok(json @ Value::String(_)) = serde_json::from_str(value)
    {
        return json;
    }
    let single = value.strip_prefix('\'').and_then(|inner| inner.strip_suffix('\''));
    Value::String(single.map_or_else(|| value.to_owned(), |inner| inner.replace("''", "'")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_values_and_lists_are_read() {
        let text = "---\n# a comment\nheadline: \"Port: \\\"open\\\"\"\nplace: Vestmark\r\ndate: 2024-07-25\ntags: [harbour, \"drill, night\"]\nkinds:\n  - one\n  - 'it''s two'\n---\nBody.\n";
        let (fields, rest) = split(text);
        let fields: Vec<_> = fields.into_iter().collect();
        assert_eq!(
            fields,
            [
                ("headline".to_owned(), json!("Port: \"open\"")),
                ("place".to_owned(), json!("Vestmark")),
                ("date".to_owned(), json!("2024-07-25")),
                ("tags".to_owned(), json!(["harbour", "\"drill", "night\""])),
                ("kinds".to_owned(), json!(["one", "it's two"])),
            ]
        );
        assert_eq!(rest, "Body.\n");
    }

    #[test]
    fn a_text_that_begins_with_a_line_is_no_front_matter() {
        for text in ["Body.", "---\nNever closed: really", "----\na: b\n----\n"] {
            assert_eq!(split(text), (Vec::new(), text));
        }
    }
}
