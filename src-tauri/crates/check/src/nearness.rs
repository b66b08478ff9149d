//! How near two spellings are.

/// Whether one word becomes the other by at most `most` steps: a letter added, left out, changed,
/// or two neighbours exchanged. Words longer than 64 letters are near to none but themselves.
pub(crate) fn within(a: &str, b: &str, most: usize) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > 64 {
        return false;
    }
    let width = b.len() + 1;
    let mut rows = vec![0; width * (a.len() + 1)];
    for (j, cell) in rows[..width].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        rows[i * width] = i;
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut steps = (rows[(i - 1) * width + j] + 1)
                .min(rows[i * width + j - 1] + 1)
                .min(rows[(i - 1) * width + j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                steps = steps.min(rows[(i - 2) * width + j - 2] + 1);
            }
            rows[i * width + j] = steps;
        }
    }
    rows[width * (a.len() + 1) - 1] <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted() {
        assert!(within("vestmark", "vestmrak", 1));
        assert!(within("yuri", "yury", 1));
        assert!(!within("yuri", "yurek", 1));
        assert!(within("yuri", "yurek", 2));
        assert!(!within("", "abc", 2));
    }
}
