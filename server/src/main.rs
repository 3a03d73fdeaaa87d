//! The program `wardlight`.
// The types of pages nest deeply: one level for each element.
#![recursion_limit = "512"]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Four at least: rendering a page may wait inside a worker for another part of the same page (leptos#4647).
    let workers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(server::commands::run(std::env::args().skip(1).collect())),
        Err(_) => {
            server::commands::complain("The system gives no threads. Close other programs and try again.");
            ExitCode::FAILURE
        }
    }
}
