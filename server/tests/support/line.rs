//! A line to the database that a test can cut: a unix socket of our own that hands everything on to PostgreSQL's.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::PgPool;
use sqlx::postgres::PgConnectOptions;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixListener, UnixStream};
use tokio::task::{JoinHandle, JoinSet};

/// The line; whole until it is cut.
pub struct Line {
    folder: PathBuf,
    real: Far,
    port: u16,
    losing: Arc<AtomicBool>,
    deaf: Arc<AtomicBool>,
    /// Of those who are served now. What serves them ends a little after it is told to, on a busy machine later than the next question comes.
    severed: Arc<AtomicBool>,
    serving: Option<JoinHandle<()>>,
}

/// Where PostgreSQL listens: the private one at a socket, that of a `DATABASE_URL` at an address.
#[derive(Clone)]
enum Far {
    Socket(PathBuf),
    Address(String, u16),
}

trait Both: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Both for T {}

impl Far {
    async fn call(&self) -> std::io::Result<Box<dyn Both>> {
        Ok(match self {
            Self::Socket(path) => Box::new(UnixStream::connect(path).await?),
            Self::Address(host, port) => Box::new(TcpStream::connect((host.as_str(), *port)).await?),
        })
    }
}

impl Line {
    /// A line to where these connections go.
    pub fn to(pool: &PgPool) -> Self {
        let options = pool.connect_options();
        let port = options.get_port();
        let real = match options.get_socket() {
            Some(folder) => Far::Socket(folder.join(format!(".s.PGSQL.{port}"))),
            None => Far::Address(options.get_host().to_owned(), port),
        };
        let folder = std::env::temp_dir().join(format!("wl-line-{}", uuid::Uuid::now_v7().simple()));
        std::fs::create_dir(&folder).expect("a folder");
        let mut line = Self {
            folder,
            real,
            port,
            losing: Arc::default(),
            deaf: Arc::default(),
            severed: Arc::default(),
            serving: None,
        };
        line.mend();
        line
    }

    /// A pool like this one, over the line.
    pub fn over(&self, pool: &PgPool) -> PgPool {
        let options: PgConnectOptions = pool.connect_options().as_ref().clone();
        pool.options().clone().connect_lazy_with(options.socket(&self.folder))
    }

    fn door(&self) -> PathBuf {
        self.folder.join(format!(".s.PGSQL.{}", self.port))
    }

    /// Nothing goes through, and nobody can call.
    pub fn cut(&mut self) {
        self.severed.store(true, Ordering::SeqCst);
        if let Some(serving) = self.serving.take() {
            serving.abort();
        }
        std::fs::remove_file(self.door()).ok();
    }

    /// The next COMMIT arrives, and from then on no answer comes back.
    pub fn lose_the_answer_to_the_next_commit(&self) {
        self.losing.store(true, Ordering::SeqCst);
    }

    /// All is well again.
    pub fn mend(&mut self) {
        self.cut();
        self.losing.store(false, Ordering::SeqCst);
        self.deaf.store(false, Ordering::SeqCst);
        let listener = UnixListener::bind(self.door()).expect("a socket");
        self.severed = Arc::default();
        let (real, losing, deaf) = (self.real.clone(), self.losing.clone(), self.deaf.clone());
        let severed = self.severed.clone();
        self.serving = Some(tokio::spawn(async move {
            // Aborted with this task: whoever talks is cut off too.
            let mut calls = JoinSet::new();
            while let Ok((caller, _)) = listener.accept().await {
                let server = real.call().await.expect("PostgreSQL");
                let (from_caller, to_caller) = tokio::io::split(caller);
                let (from_server, to_server) = tokio::io::split(server);
                let (losing, deaf, severed) = (losing.clone(), deaf.clone(), severed.clone());
                calls.spawn(async move {
                    let questions = hand_on(from_caller, to_server, |said| {
                        if said.windows(6).any(|word| word == b"COMMIT") && losing.swap(false, Ordering::SeqCst) {
                            deaf.store(true, Ordering::SeqCst);
                        }
                        !severed.load(Ordering::SeqCst)
                    });
                    let answers = hand_on(from_server, to_caller, |_| {
                        !deaf.load(Ordering::SeqCst) && !severed.load(Ordering::SeqCst)
                    });
                    tokio::select! {
                        () = questions => {}
                        () = answers => {}
                    }
                });
            }
        }));
    }
}

/// Hands on what `passes`, until one side ends.
async fn hand_on(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin, passes: impl Fn(&[u8]) -> bool) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        let said = &buffer[..read];
        if passes(said) && to.write_all(said).await.is_err() {
            return;
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.cut();
        std::fs::remove_dir_all(&self.folder).ok();
    }
}
