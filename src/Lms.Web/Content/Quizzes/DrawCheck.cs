using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Quizzes;

/// <summary>Whether the banks of a course can give what its quizzes draw, at every attempt.</summary>
internal sealed class DrawCheck(CourseFolder folder, IReadOnlyList<BankDraft> drafts)
{
    // An id that stands twice is reported where it stands.
    private readonly List<Bank> banks =
    [
        .. drafts.Select(draft => new Bank(
            draft.Slug,
            [.. draft.Questions.DistinctBy(question => question.Id)]
        )),
    ];

    /// <param name="finished">The same quizzes among all activities, with their own questions.</param>
    public void Run(IEnumerable<ParsedQuiz> quizzes, IReadOnlyList<ActivityDraft> finished)
    {
        foreach (var quiz in quizzes)
        {
            foreach (var (index, draw) in quiz.Draws.Index())
            {
                Check(draw, [.. quiz.Draws.Take(index).Select(before => before.Draw)]);
            }

            var own = finished.First(draft => draft.Slug == quiz.File.Slug).Quiz?.Questions ?? [];
            if (quiz.Rules.IsGraded && MayGiveNoPoints(own, quiz.Draws))
            {
                quiz.Source.Report(QuizTexts.NothingToPass, quiz.BodyStart);
            }
        }
    }

    private void Check(WrittenDraw written, IReadOnlyList<Draw> before)
    {
        var (draw, row) = written;
        if (banks.Find(bank => bank.Slug == draw.From) is not { } bank)
        {
            // A bank that could not be read has said so itself.
            if (!folder.Banks.Any(file => file.Slug == draw.From))
            {
                var nearest = Nearest.To(draw.From, folder.Banks.Select(file => file.Slug));
                row.Report(row.Find("from")!, DrawTexts.UnknownBank, nearest, [draw.From]);
            }

            return;
        }

        if (draw.Tag is { } tag && !bank.Tags.Contains(tag))
        {
            var nearest = Nearest.To(tag, bank.Tags);
            row.Report(row.Find("tag")!, DrawTexts.UnknownTag, nearest, [bank.Slug, tag]);
        }
        else if (bank.LeftFor(draw, before) is var left && left < draw.Count)
        {
            var (all, asked) = (Number(bank.Tagged(draw.Tag).Count()), Number(draw.Count));
            row.Report(row.Find("count")!, DrawTexts.RunsShort, all, Number(left), asked);
        }
    }

    /// <summary>Some attempt could hold nothing but scales.</summary>
    private bool MayGiveNoPoints(IReadOnlyList<Question> own, IReadOnlyList<WrittenDraw> draws) =>
        own.Count + draws.Count > 0
        && own.All(question => question.Points == Points.None)
        && draws.All(written =>
            banks.Find(bank => bank.Slug == written.Draw.From) is { } bank
            && bank.Tagged(written.Draw.Tag).Count(question => question.Points == Points.None)
                >= written.Draw.Count
        );

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
