using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Polls;
using Lms.Web.Content.Blocks.Tasks;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Lms.Web.Features.Shared;
using Markdig.Syntax;

namespace Lms.Web.Content.Decks;

/// <summary>Reads the slides of one deck, each by itself, and its notes apart from it.</summary>
/// <param name="path">Of the file, within the course folder.</param>
internal sealed class SlideReader(
    SourceFile source,
    MarkupSetting setting,
    string path,
    LinkTargets targets
)
{
    private const int MostSlides = 200;

    // As for a quiz: slides one by one may be 16 kB.
    private const int MostBytes = 256 * 1024;

    public IReadOnlyList<Slide> Read(int bodyStart)
    {
        if (Encoding.UTF8.GetByteCount(source.Text) > MostBytes)
        {
            source.Report(MarkupTexts.TextTooLong, bodyStart, Number(MostBytes / 1024));
            return [];
        }

        var cuts = DeckCuts.Of(source.Text, bodyStart);
        if (cuts.Count > MostSlides)
        {
            source.Report(DeckTexts.TooManySlides, cuts[MostSlides].Start, Number(MostSlides));
        }

        return [.. cuts.Take(MostSlides).Select((cut, index) => Read(cut, index + 1))];
    }

    private Slide Read(SlideCut cut, int number)
    {
        if (
            string.IsNullOrWhiteSpace(source.Text[cut.Start..cut.End])
            && (cut.Notes is not { } at || string.IsNullOrWhiteSpace(source.Text[at..cut.Last]))
        )
        {
            source.Report(DeckTexts.EmptySlide, Math.Min(cut.Start, source.Text.Length));
        }

        var text = Parsed(cut.Start, cut.End, setting with { IsDeck = true });
        var polls = Polls(text);
        Tasks.Mark(text);
        return new(
            TitleOf(text, number),
            MarkupHtml.Of(text),
            cut.Notes is { } notes ? NotesOf(notes, cut.Last) : null,
            polls.Count == 0 ? null : QuizJson.Keep(polls)
        );
    }

    private string? NotesOf(int start, int end)
    {
        if (string.IsNullOrWhiteSpace(source.Text[start..end]))
        {
            return null;
        }

        var text = Parsed(start, end, setting);
        Tasks.Mark(text);
        return MarkupHtml.Of(text);
    }

    private MarkupText Parsed(int start, int end, MarkupSetting inSetting)
    {
        var text = MarkupText.Of(source, start, end, MarkupText.MostBytesOfQuestion, inSetting);
        WrittenIds.Claim(text);
        Links.Follow(text, path, targets);
        return text;
    }

    /// <summary>A poll is worth nothing; a check has a key.</summary>
    private static List<Question> Polls(MarkupText text)
    {
        var polls = new List<Question>();
        foreach (var fence in text.Blocks<FenceBlock>())
        {
            if (fence.Form is not PollForm form)
            {
                continue;
            }

            var written = WrittenQuestion.InFence(text, fence) with { NeedsKey = form.NeedsKey };
            if (QuestionReader.Read(written) is not { } question)
            {
                continue;
            }

            if (
                form.NeedsKey
                && question is not { IsMarkedByRule: true, Kind: not QuestionKind.Scale }
            )
            {
                text.Report(DeckTexts.CheckWithoutKey, fence.Span.Start);
            }

            PollForm.Keep(fence, question);
            polls.Add(
                form.NeedsKey ? question : question with { Points = Lms.Domain.Shared.Points.None }
            );
        }

        return polls;
    }

    private string TitleOf(MarkupText text, int number)
    {
        var title = text.Blocks<HeadingBlock>()
            .Select(heading => PlainText.Of(heading))
            .FirstOrDefault(words => words.Length > 0);
        return title ?? (setting.IsEnglish ? "Slide " : "Слайд ") + Number(number);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
