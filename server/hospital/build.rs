//! The migrations are embedded: a new file among them must make a new program.
fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
