//! Prints the rule list, of which `RULES.md` is a copy.

fn main() {
    print!("{}", dateline_check::rule_list());
}
