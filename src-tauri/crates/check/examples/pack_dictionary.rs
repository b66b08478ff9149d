//! Packs a dictionary file for `dictionaries/`: `pack_dictionary IN OUT`.

use std::{env, fs, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to] = &arguments[..] else {
        eprintln!("Name the file to pack and the file to write.");
        return ExitCode::from(2);
    };
    let packed = fs::read(from).map(|bytes| miniz_oxide::deflate::compress_to_vec(&bytes, 9));
    match packed.and_then(|bytes| fs::write(to, bytes)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{from} could not be packed: {error}");
            ExitCode::FAILURE
        }
    }
}
