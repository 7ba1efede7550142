using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Quizzes;

/// <summary>
/// The questions of a quiz or a bank: the text is cut at <c>##</c> first, and each question is parsed
/// by itself.
/// </summary>
internal sealed class QuestionSheet
{
    // A file of nothing but texts past their limits need not be read to its end: it is refused.
    private const int MostUnreadable = 20;

    private readonly SourceFile source;
    private readonly MarkupSetting setting;
    private readonly IReadOnlyList<(int Start, int End)> cuts;

    public QuestionSheet(SourceFile source, int bodyStart, MarkupSetting setting)
    {
        (this.source, this.setting) = (source, setting);
        cuts = QuestionCuts.Of(source.Text, bodyStart);
        var before = source.Text[bodyStart..(IsEmpty ? source.Text.Length : cuts[0].Start)];
        if (!string.IsNullOrWhiteSpace(before))
        {
            var blank = before.Length - before.TrimStart().Length;
            source.Report(QuizTexts.TextOutside, bodyStart + blank);
        }
    }

    public bool IsEmpty => cuts.Count == 0;

    /// <summary>Those that can be asked; of more than <paramref name="most"/> the rest is not read.</summary>
    /// <param name="path">Of the file, within the course folder.</param>
    public IReadOnlyList<Question> Read(
        string path,
        LinkTargets targets,
        int most,
        FindingText tooMany
    )
    {
        if (cuts.Count > most)
        {
            source.Report(tooMany, cuts[most].Start, most.ToString(CultureInfo.InvariantCulture));
        }

        var (questions, unreadable) = (new List<Question>(), 0);
        foreach (var (start, end) in cuts.Take(most))
        {
            var text = MarkupText.Of(source, start, end, MarkupText.MostBytesOfQuestion, setting);
            Links.Follow(text, path, targets);
            if (WrittenQuestion.UnderHeading(text) is not { } written)
            {
                if (++unreadable == MostUnreadable)
                {
                    break;
                }
            }
            else if (QuestionReader.Read(written) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }
}
