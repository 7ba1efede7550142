using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Replays;

/// <summary>
/// Questions that may be asked of missed time: those with a key and options that were put in the room,
/// that stand on a slide shown then, or that the course asks for practice.
/// </summary>
public sealed class MakeUpQuestions(PublishedCourses courses)
{
    private const string Poll = "poll:";
    private const string Deck = "deck:";
    private const string Practice = "practice:";

    /// <summary>Names of questions for each block, each question once, as many as its share.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ChooseAsync(
        SessionLog log,
        IReadOnlyList<Span> blocks,
        IChance chance
    )
    {
        var course = await CourseOfAsync(log.Session);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var spare = chance.Shuffled(PracticeOf(course).Select(one => one.Name).ToList());
        var shares = MakingUp.QuestionsOf(blocks);
        return
        [
            .. blocks.Select(
                (block, at) =>
                    (IReadOnlyList<string>)
                        [
                            .. Shown(log, course, block)
                                .Concat(spare)
                                .Where(used.Add)
                                .Take(shares[at]),
                        ]
            ),
        ];
    }

    /// <summary>Null when the version in force has it no more: then nobody can be asked.</summary>
    public async Task<ChoiceQuestion?> FindAsync(SessionLog log, string name)
    {
        if (name.StartsWith(Poll, StringComparison.Ordinal))
        {
            return
                long.TryParse(name[Poll.Length..], CultureInfo.InvariantCulture, out var number)
                && log.Room.Poll(number) is { } poll
                ? PollWords.Read(poll.Opened)?.Question as ChoiceQuestion
                : null;
        }

        var course = await CourseOfAsync(log.Session);
        return DeckOf(log.Session, course)
            .SelectMany(slide => slide)
            .Concat(PracticeOf(course))
            .FirstOrDefault(one => one.Name == name)
            ?.Question;
    }

    private async Task<PublishedCourse?> CourseOfAsync(LiveSession session) =>
        session.CourseVersionId is { } version ? await courses.OfAsync(version)
        : session.CourseId is { } id
            ? (await courses.AllAsync()).FirstOrDefault(course => course.Id == id)
        : null;

    private static IEnumerable<string> Shown(SessionLog log, PublishedCourse? course, Span block)
    {
        var polls = log
            .Room.Polls.Where(one => block.From <= one.OpenedAt && one.OpenedAt < block.Until)
            .Select(one => (one.Number, PollWords.Read(one.Opened)?.Question))
            .Where(one => one.Question is ChoiceQuestion choice && HasKey(choice))
            .ToList();
        var deck = DeckOf(log.Session, course);
        var slides = SlidesIn(log, block).Where(at => at < deck.Count).SelectMany(at => deck[at]);
        return
        [
            .. polls.Select(one => Poll + one.Number.ToString(CultureInfo.InvariantCulture)),
            // What was put as a poll is not asked as itself again.
            .. slides
                .Where(one => polls.All(poll => poll.Question!.Id != one.Question.Id))
                .Select(one => one.Name),
        ];
    }

    private static IEnumerable<int> SlidesIn(SessionLog log, Span block)
    {
        var shown = log
            .Events.Where(one => one.What is RoomEvent.SlideShown)
            .Select(one => (one.At, ((RoomEvent.SlideShown)one.What).Slide))
            .ToList();
        return shown
            .Where(one => block.From <= one.At && one.At < block.Until)
            .Select(one => one.Slide)
            .Prepend(shown.LastOrDefault(one => one.At < block.From).Slide)
            .Distinct();
    }

    private static IReadOnlyList<IReadOnlyList<NamedQuestion>> DeckOf(
        LiveSession session,
        PublishedCourse? course
    ) =>
        session.ActivityId is { } id && course?.TryFind(id)?.Text.Deck is { } deck
            ?
            [
                .. deck.Slides.Select(slide =>
                    (IReadOnlyList<NamedQuestion>)
                        [
                            .. slide.Polls is { } polls
                                ? Named(Deck, QuizJson.ReadQuestions(polls))
                                : [],
                        ]
                ),
            ]
            : [];

    private static IEnumerable<NamedQuestion> PracticeOf(PublishedCourse? course) =>
        (course?.Activities ?? [])
            .Where(one => one.Kind == ActivityKind.Lesson)
            .SelectMany(one => Named($"{Practice}{one.Slug}:", one.Text.Practice));

    private static IEnumerable<NamedQuestion> Named(
        string before,
        IEnumerable<Question> questions
    ) =>
        questions
            .OfType<ChoiceQuestion>()
            .Where(HasKey)
            .Select(one => new NamedQuestion(before + one.Id, one));

    private static bool HasKey(ChoiceQuestion question) =>
        question.Options.Any(one => one.IsRight) && question.Options.Any(one => !one.IsRight);

    private sealed record NamedQuestion(string Name, ChoiceQuestion Question);
}
