//! `wardlight serve`: database, migrations, what is known in memory, workers, doors; and the way back down on Ctrl-C.

use std::sync::Arc;
use std::time::Duration;

use hospital::audit::{Checkpoints, keep_sealing};
use hospital::db::Database;
use hospital::keys::Purpose;
use hospital::telemetry::{Recorder, keep_partitions, load_placements, rebuild, retain_partitions, watch_for_silence};
use hospital::{Clock, House};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::seed;
use crate::config::Config;
use crate::hl7::tls::Tls;
use crate::live::Hub;
use crate::site::Site;
use crate::state::{AppState, Shared};

/// How long a stop waits for the audit's last entries to be sealed.
const LAST_SEAL: Duration = Duration::from_secs(3);

/// Between a sealer that stopped with a fault and the next.
const NEXT_SEALER: Duration = Duration::from_secs(1);

/// Serves until Ctrl-C or a termination signal.
pub async fn run(demo: bool) -> Result<(), String> {
    crate::logging::start();
    let config = Arc::new(Config::from_env(demo)?);
    let site = Arc::new(Site::read(&config.site_root)?);
    let listener = listen(&config).await?;
    let hl7 = listen_to_hl7(&config).await?;
    let mut told = ToldToStop::listen()?;
    // A database that is just starting is not left half-way: it is opened to the end, and closed again.
    let database = Database::open(&config.database)
        .await
        .map_err(|error| error.to_string())?;
    let served = serve(config, site, (listener, hl7), &database, &mut told).await;
    let closed = database.close().await.map_err(|error| error.to_string());
    served.and(closed)
}

/// Brings the database up to date.
pub async fn migrate() -> Result<(), String> {
    crate::logging::start();
    let database = Database::open(&hospital::db::DatabaseConfig::from_env())
        .await
        .map_err(|error| error.to_string())?;
    super::say("The database is up to date.");
    database.close().await.map_err(|error| error.to_string())
}

/// The listener of HL7 with its TLS, where there is one.
type Hl7 = (TcpListener, Option<Tls>);

async fn listen_to_hl7(config: &Config) -> Result<Option<Hl7>, String> {
    let Some(hl7) = &config.hl7 else { return Ok(None) };
    let tls = hl7.tls.as_ref().map(|(cert, key)| Tls::read(cert, key)).transpose()?;
    let listener = TcpListener::bind(hl7.addr).await;
    let listener = listener.map_err(|error| format!("HL7 cannot be heard on {}: {error}.", hl7.addr))?;
    Ok(Some((listener, tls)))
}

async fn listen(config: &Config) -> Result<TcpListener, String> {
    TcpListener::bind(config.addr).await.map_err(|error| {
        format!("{} cannot be listened on ({error}): another program may hold it. Stop that program, or set WARDLIGHT_ADDR to a free address.", config.addr)
    })
}

async fn serve(
    config: Arc<Config>,
    site: Arc<Site>,
    (listener, hl7): (TcpListener, Option<Hl7>),
    database: &Database,
    told: &mut ToldToStop,
) -> Result<(), String> {
    let (house, state) = tokio::select! {
        opened = open_house(config.clone(), site, database) => opened?,
        () = told.wait() => return Ok(()),
    };
    let stop = state.stopping.clone();
    let workers = [
        tokio::spawn(hospital::audit::keep_partitions(house.clone())),
        tokio::spawn(keep_partitions(house.clone(), config.retention_days.cast_signed())),
        tokio::spawn(hospital::telemetry::go_on_keeping_minutes(house.clone())),
        tokio::spawn(watch_for_silence(state.recorder.clone())),
        tokio::spawn(hospital::devices::forget_revoked(house.clone())),
        tokio::spawn(hospital::keys::forget_destroyed(house.clone())),
        tokio::spawn(hospital::identity::sessions::watch(Arc::downgrade(&house))),
        tokio::spawn(hospital::patients::watch_rights(house.clone())),
        tokio::spawn(hospital::emergency::tell(house.clone())),
        tokio::spawn(hospital::devices::hand_over::tell_expired(house.clone())),
        tokio::spawn(hospital::devices::machines::keep_counting(house.clone())),
        tokio::spawn(hospital::telemetry::keep_tallies(house.clone())),
        tokio::spawn(hospital::on_call::keep_watching(house.clone())),
        tokio::spawn(hospital::system_alerts::keep_watching(state.recorder.clone())),
        tokio::spawn(hospital::tokens::keep(Arc::downgrade(&house))),
        tokio::spawn(hospital::jobs::work(Arc::downgrade(&house))),
        tokio::spawn(hospital::telemetry::messages::keep_dropping_messages(house.clone())),
        tokio::spawn(hospital::waves::keep_writing_strips(house.clone())),
        tokio::spawn(hospital::waves::keep_dropping_strips(
            house.clone(),
            config.retention_days,
        )),
    ];
    let checkpoints = Checkpoints::at(&config.audit_checkpoints, house.audit.keys().clone());
    let stop_sealing = CancellationToken::new();
    let sealing = tokio::spawn(seal(house.clone(), checkpoints, stop_sealing.clone()));
    let hub = state.hub.clone();
    let router = crate::router::router(state.clone());
    let limits = crate::serve::Limits::of(&config);
    let serving = tokio::spawn(crate::serve::serve(listener, router, limits, stop.clone()));
    let hearing = hl7.map(|(listener, tls)| {
        let limits = crate::hl7::Limits::default();
        tokio::spawn(crate::hl7::serve(listener, tls, state.clone(), limits, stop.clone()))
    });
    let simulator = if config.demo { seed::play(&state).await? } else { None };
    let turning = config.demo.then(|| tokio::spawn(seed::turn(state.clone())));
    announce(&config, database);
    told.wait().await;
    super::say("\nStopping: devices, pages, database.");
    if let Some(simulator) = simulator {
        simulator.stop().await;
    }
    if let Some(turning) = turning {
        turning.abort();
    }
    hub.close_all().await;
    stop.cancel();
    if serving.await.is_err() {
        tracing::error!("the accept loop stopped with a fault");
    }
    if let Some(hearing) = hearing
        && hearing.await.is_err()
    {
        tracing::error!("the HL7 listener stopped with a fault");
    }
    workers.iter().for_each(tokio::task::JoinHandle::abort);
    if let Err(error) = hospital::telemetry::write_tallies(&house).await {
        tracing::warn!(%error, "what was counted of machines' data since the last minute is gone");
    }
    // Last: whatever was still being answered has its entries by now.
    stop_sealing.cancel();
    if tokio::time::timeout(LAST_SEAL, sealing).await.is_err() {
        tracing::warn!("what was left of the audit is sealed at the next start");
    }
    Ok(())
}

/// Seals until it is told to stop. A fault ends one sealer and not the sealing: the next goes on where the chain ends.
async fn seal(house: Arc<House>, checkpoints: Checkpoints, stop: CancellationToken) {
    let begin = || keep_sealing(house.clone(), checkpoints.clone(), stop.clone().cancelled_owned());
    while let Err(error) = tokio::spawn(begin()).await {
        tracing::error!(%error, "the sealer of the audit stopped; the next one begins");
        tokio::time::sleep(NEXT_SEALER).await;
    }
}

/// The house over this database, filled with what is known now.
pub async fn open_house(
    config: Arc<Config>,
    site: Arc<Site>,
    database: &Database,
) -> Result<(Arc<House>, AppState), String> {
    let fault = |what: &str, error: hospital::HospitalError| format!("{what}: {error}. The log above says more.");
    let is_demo = hospital::organisation::is_demo(&database.app).await;
    if !config.demo && is_demo.map_err(|error| fault("The database could not be looked at", error))? {
        return Err(super::DEMO_DATA.to_owned());
    }
    let purpose = if config.demo { Purpose::Demo } else { Purpose::Serve };
    let keys = super::keys::open(database, &config.master_key, purpose).await?;
    let (app, ingest) = (database.app.clone(), database.ingest.clone());
    let house = House::with_post(app, ingest, Clock::system(), keys, config.mail.post()?);
    let sealed = hospital::keys::carry_over(&house)
        .await
        .map_err(|error| fault("What stood in clear could not be sealed", error))?;
    if sealed > 0 {
        tracing::info!(rows = sealed, "contact details that stood in clear are sealed now");
    }
    database
        .keep_readings(config.retention_days)
        .await
        .map_err(|error| error.to_string())?;
    retain_partitions(&house, config.retention_days.cast_signed())
        .await
        .map_err(|error| fault("Partitions for readings could not be made", error))?;
    if config.demo {
        seed::fill_if_empty(&house).await?;
    }
    hospital::tokens::keys::renew(&house)
        .await
        .map_err(|error| fault("The keys that sign tokens could not be made ready", error))?;
    load_placements(&house, None)
        .await
        .map_err(|error| fault("The devices could not be loaded", error))?;
    rebuild(&house, &house.now.devices())
        .await
        .map_err(|error| fault("What is known now could not be rebuilt", error))?;
    let recorder = Recorder::start(&house);
    let hub = Hub::start(house.clone());
    let leptos = crate::router::leptos_options(config.addr);
    let metrics = crate::rest::health::recorder();
    let throttle = Arc::new(crate::throttle::Throttle::new(config.is_alone()));
    let state = AppState::new(Shared {
        house: house.clone(),
        recorder,
        hub,
        leptos,
        site,
        config,
        metrics,
        flashes: Default::default(),
        throttle,
        stopping: CancellationToken::new(),
    });
    Ok((house, state))
}

fn announce(config: &Config, database: &Database) {
    let data = database.folder().map_or_else(
        || "the server of DATABASE_URL".to_owned(),
        |folder| folder.display().to_string(),
    );
    let mut table = vec![
        String::new(),
        format!("  Wardlight is open    http://{}", config.addr),
        format!("  Data lies in         {data}"),
    ];
    if let Some(hl7) = &config.hl7 {
        let how = if hl7.tls.is_some() { "over TLS" } else { "in clear" };
        table.push(format!("  HL7 is heard at      {} {how}", hl7.addr));
    }
    if config.demo {
        table.push("  Recordings play      at 60 times their speed; the hospital and its people are invented, the values are real but for what dialysis machines show".to_owned());
        table.push(String::new());
        table.push(format!("  {:<22}{:<38}{}", "Sign in as", "E-mail", "Password"));
        for account in seed::accounts() {
            table.push(format!(
                "  {:<22}{:<38}{}",
                account.title, account.email, account.password
            ));
        }
    }
    table.push(String::new());
    table.push("  Ctrl-C stops everything, the database included.".to_owned());
    super::say(&table.join("\n"));
}

/// Ctrl-C, a termination signal, or a terminal that was closed. Heard from the first moment on, so that none comes too early.
struct ToldToStop([tokio::signal::unix::Signal; 3]);

impl ToldToStop {
    fn listen() -> Result<Self, String> {
        use tokio::signal::unix::{SignalKind, signal};
        let heard = |kind| signal(kind).map_err(|error| format!("The system gives no signals to stop by: {error}."));
        Ok(Self([
            heard(SignalKind::interrupt())?,
            heard(SignalKind::terminate())?,
            heard(SignalKind::hangup())?,
        ]))
    }

    async fn wait(&mut self) {
        let [interrupted, terminated, hung_up] = &mut self.0;
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
            _ = hung_up.recv() => {}
        }
    }
}
