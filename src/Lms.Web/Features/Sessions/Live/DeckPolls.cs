using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The questions that may be asked in a room: those of its slides, whose keys a browser is never given,
/// and those that a trainer writes on the spot.
/// </summary>
internal sealed class DeckPolls
{
    private readonly IReadOnlyList<Slide> slides;

    private DeckPolls(IReadOnlyList<Slide> slides) => this.slides = slides;

    public static async Task<DeckPolls> OfAsync(PublishedCourses courses, RoomFacts facts)
    {
        if (facts is not { Version: { } version, Activity: { } activity })
        {
            return new([]);
        }

        var course = await courses.OfAsync(version);
        return new(course.TryFind(activity)?.In(facts.Language).Deck?.Slides ?? []);
    }

    /// <summary>Null when there is no such question.</summary>
    public RoomEvent? Ask(AskedPoll asked, IChance chance)
    {
        if (asked.Written is { } written)
        {
            var made = WrittenPoll.Read(written, chance.OptionId());
            return made is null ? null : Opened(asked.Slide, made, asked.Points, chance);
        }

        var (question, slide) = Find(asked);
        return question is null or FileUpload
            ? null
            : Opened(slide, question, (question.Points.Thousandths + 999) / 1000, chance);
    }

    private static RoomEvent.PollOpened Opened(
        int? slide,
        Question question,
        int points,
        IChance chance
    )
    {
        var kept = PollText.Keep(question, chance);
        // A question without a key is worth nothing.
        var isJudged = PollText.Read(kept).Right() is not null;
        return new(slide, kept, isJudged ? points : 0);
    }

    private (Question? Question, int? Slide) Find(AskedPoll asked)
    {
        for (var at = 0; at < slides.Count; at++)
        {
            if (
                (asked.Slide is null || asked.Slide == at)
                && slides[at].Polls is { } polls
                && QuizJson.ReadQuestions(polls).FirstOrDefault(one => one.Id == asked.Question)
                    is { } found
            )
            {
                return (found, at);
            }
        }

        return (null, null);
    }
}
