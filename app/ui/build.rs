//! The sprite is asked for by its lasting name, as `.make/site.mjs` writes it: a browser keeps it, and a sign that comes later is drawn at once.
use sha2::{Digest, Sha256};

const SPRITE: &str = "../../public/icons.svg";

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed={SPRITE}");
    let sprite = std::fs::read(SPRITE)?;
    let hash: String = Sha256::digest(sprite)
        .iter()
        .take(5)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env=SPRITE=/icons.{hash}.svg");
    Ok(())
}
