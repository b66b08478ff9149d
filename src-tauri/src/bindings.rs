//! Writes the window's TypeScript types from the Rust ones, and proves that the committed files
//! are the ones that would be written.

use std::{collections::BTreeMap, env, fs, path::Path};

use ts_rs::{Config, TS, TypeVisitor};

/// One command as the window calls it.
pub(crate) struct Signature {
    name: &'static str,
    doc: String,
    arguments: Vec<String>,
    answer: String,
    used: Vec<String>,
}

impl Signature {
    pub(crate) fn new<A: TS + 'static>(config: &Config, name: &'static str, doc: &[&str]) -> Self {
        let doc = doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        let answer = if A::name(config) == "null" { "void".into() } else { A::name(config) };
        Self { name, doc, arguments: Vec::new(), answer, used: Vec::new() }.using::<A>(config)
    }

    pub(crate) fn taking<T: TS + 'static>(mut self, config: &Config, argument: &str) -> Self {
        self.arguments.push(format!("{}: {}", camel(argument), T::name(config)));
        self.using::<T>(config)
    }

    fn using<T: TS + 'static>(mut self, config: &Config) -> Self {
        let mut found = Found { config, names: &mut self.used };
        found.visit::<T>();
        T::visit_generics(&mut found);
        self
    }
}

/// Writes every type that stands in a file of its own, with all that it needs, and keeps its name.
struct Found<'a> {
    config: &'a Config,
    names: &'a mut Vec<String>,
}

impl TypeVisitor for Found<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            T::export_all(self.config).expect("bindings can be written");
            self.names.push(T::ident(self.config));
        }
    }
}

/// Tauri expects arguments in camel case.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

fn table(signatures: &[Signature]) -> String {
    let mut commands = String::new();
    for Signature { name, doc, arguments, answer, .. } in signatures {
        let asked = match arguments.as_slice() {
            [] => String::new(),
            some => format!("ask: {{ {} }}", some.join("; ")),
        };
        commands += &format!("  /** {doc} */\n  {name}({asked}): Promise<{answer}>;\n");
    }
    let used: Vec<_> = signatures.iter().flat_map(|s| &s.used).collect();
    let mut names: Vec<_> =
        used.into_iter().filter(|name| mentions(&commands, name)).cloned().collect();
    names.sort();
    names.dedup();
    let imports: String =
        names.iter().map(|name| format!("import type {{ {name} }} from \"./{name}\";\n")).collect();
    format!(
        "// Written by the tests of the window from its command table. Do not edit.\n{imports}\n\
         /** What the window can ask of the desk. */\nexport interface Commands {{\n{commands}}}\n"
    )
}

fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        !text[..at].ends_with(inside) && !text[at + name.len()..].starts_with(inside)
    })
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("the bindings' folder is there");
    entries
        .map(|entry| {
            let path = entry.expect("a folder can be listed").path();
            let name =
                path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("bindings are text").replace("\r\n", "\n"))
        })
        .collect()
}

#[test]
fn bindings_are_what_the_types_say() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let config = Config::new().with_large_int("number").with_out_dir(folder.path());
    let signatures = crate::commands::signatures(&config);
    crate::fault::Fault::export_all(&config).expect("bindings can be written");
    fs::write(folder.path().join("commands.ts"), table(&signatures))
        .expect("a file can be written");
    let made = files(folder.path());

    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/platform/bindings");
    if env::var_os("DATELINE_BINDINGS").is_some() {
        let _ = fs::remove_dir_all(&committed);
        fs::create_dir_all(&committed).expect("a folder can be made");
        for (name, text) in &made {
            fs::write(committed.join(name), text).expect("a file can be written");
        }
    }
    let kept = files(&committed);
    let differing: Vec<_> =
        made.keys().chain(kept.keys()).filter(|name| made.get(*name) != kept.get(*name)).collect();
    assert!(differing.is_empty(), "run `cargo xtask bindings`; these differ: {differing:?}");
}
