use std::{
    collections::{BTreeSet, VecDeque},
    path::PathBuf,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use anyhow::Result;

use super::{
    super::{Check, Failure, Scenario, Step, Variables},
    Play, Rendition, accounts,
    actor::{Actor, Reply},
    judge::judge,
};
use crate::{Answer, Launch, Patience, Server};

/// Where scenarios are played: one server in memory for all that can share it, servers of their own for the rest.
#[derive(Debug)]
pub struct Stage {
    binary: PathBuf,
    folder: PathBuf,
    shared: Server,
}

impl Stage {
    /// Starts the shared server. `folder` holds the scenarios; flags of servers may name files in it.
    ///
    /// # Errors
    /// When it does not start.
    pub fn open(binary: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Result<Self> {
        let (binary, folder) = (binary.into(), folder.into());
        let shared = Launch::in_memory(&binary)?.start()?;
        Ok(Self { binary, folder, shared })
    }

    /// The server that is shared.
    pub fn shared(&self) -> &Server {
        &self.shared
    }

    /// Plays scenarios, some at a time, and tells how they went in the order in which they came.
    pub fn play_all(&self, scenarios: &[Scenario], at_a_time: usize) -> Vec<Play> {
        let turns = scenarios.iter().flat_map(|scenario| {
            let renditions = usize::from(scenario.is_played_twice()) + 1;
            Rendition::ALL[..renditions].iter().map(move |rendition| (scenario, *rendition))
        });
        let waiting: Mutex<VecDeque<_>> = Mutex::new(turns.enumerate().collect());
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let play = |(index, (scenario, rendition))| (index, self.play(scenario, rendition));
        let player = || std::iter::from_fn(next).map(play).collect::<Vec<_>>();
        let mut plays: Vec<(usize, Play)> = thread::scope(|scope| {
            let players: Vec<_> = (0..at_a_time).map(|_| scope.spawn(player)).collect();
            // A player that panicked has printed why; its scenarios are then missing from what is proved.
            players.into_iter().flat_map(|player| player.join().unwrap_or_default()).collect()
        });
        plays.sort_by_key(|(index, _)| *index);
        plays.into_iter().map(|(_, play)| play).collect()
    }

    /// Plays one scenario, in this form of what it speaks.
    pub fn play(&self, scenario: &Scenario, rendition: Rendition) -> Play {
        if !scenario.needs_own_server() {
            return play_on(&self.shared, scenario, rendition);
        }
        match self.own_server(scenario) {
            Ok(server) => play_on(&server, scenario, rendition),
            Err(error) => {
                let mut play = begin(scenario);
                play.failure = Some(Failure::new(&scenario.name, 1, format!("{error:#}")));
                play
            }
        }
    }

    fn own_server(&self, scenario: &Scenario) -> Result<Server> {
        // Only the program itself can be told of an address for notices, and only while no server runs.
        let on_disk = scenario.accounts.iter().any(|account| account.mail.is_some());
        let launch = if on_disk { Launch::on_disk(&self.binary) } else { Launch::in_memory(&self.binary) };
        let folder = self.folder.display().to_string();
        let flag = |launch: Launch, flag: &String| launch.flag(flag.replace("{scenarios}", &folder));
        let launch = scenario.server.iter().flatten().fold(launch?, flag);
        if on_disk {
            accounts::add(&launch, &scenario.accounts)?;
            return launch.start();
        }
        let server = launch.start()?;
        accounts::open(&server, &scenario.accounts)?;
        Ok(server)
    }
}

fn begin(scenario: &Scenario) -> Play {
    let proves = scenario.proves.iter().map(|thing| scenario.protocol_of(thing)).collect();
    let name = scenario.name.clone();
    Play { name, proves, seen: BTreeSet::new(), answers: Vec::new(), failure: None }
}

fn play_on(server: &Server, scenario: &Scenario, rendition: Rendition) -> Play {
    let mut play = begin(scenario);
    let mut actor = Actor::new(server, scenario, rendition);
    let failed = perform(&mut actor, scenario, &mut play).err();
    let failed =
        failed.map(
            |failure| if scenario.is_played_twice() { failure.played_in(rendition.name()) } else { failure },
        );
    play.failure = failed.or_else(|| play.unproved(scenario));
    play
}

/// Plays the steps in order. `reply` is what came last.
fn perform(actor: &mut Actor<'_>, scenario: &Scenario, play: &mut Play) -> Result<(), Failure> {
    let (mut reply, mut took) = (None, Duration::ZERO);
    for (index, (line, step)) in scenario.steps.iter().enumerate() {
        let failed = |reason: String| Failure::new(&scenario.name, *line, reason);
        if let Step::Expect { expected, checks, takes } = step {
            let seen = judge(expected, reply.as_ref())
                .map_err(|reason| failed(reason).with_answer(reply.as_ref()))?;
            play.seen.extend(seen);
            if took < Duration::from_millis(*takes) {
                return Err(failed(format!("it took {took:?}, expected {takes} ms at least")));
            }
            look(scenario, checks, reply.as_ref(), &mut actor.variables)?;
            continue;
        }
        let judged = matches!(scenario.steps.get(index + 1), Some((_, Step::Expect { .. })));
        let patience = Patience::seconds(0);
        let came = actor.act(step, judged).map_err(failed)?;
        took = patience.spent();
        if let Reply::Answer(answer) = came {
            let of_epp = answer.iter().filter(|answer| answer.is_of_epp());
            play.answers.extend(of_epp.map(|answer| (*line, answer.clone())));
            reply = answer;
        }
        if matches!(step, Step::Login(_)) && !judged && reply.as_ref().and_then(Answer::code) != Some(1000) {
            return Err(failed("expected the login to succeed".to_owned()).with_answer(reply.as_ref()));
        }
    }
    Ok(())
}

fn look(
    scenario: &Scenario,
    checks: &[(usize, Check)],
    answer: Option<&Answer>,
    variables: &mut Variables,
) -> Result<(), Failure> {
    let Some(answer) = answer else { return Ok(()) };
    for (line, check) in checks {
        let failed = |reason| Failure::new(&scenario.name, *line, reason).with_answer(Some(answer));
        check.judge(answer, variables).map_err(failed)?;
    }
    Ok(())
}
