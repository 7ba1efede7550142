using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Decks;

/// <param name="End">Where what everybody sees ends.</param>
/// <param name="Notes">Where the trainer's notes begin; null when there are none.</param>
/// <param name="Last">Where the notes end, too.</param>
internal sealed record SlideCut(int Start, int End, int? Notes, int Last);

/// <summary>
/// Cuts a deck at lines that are exactly <c>---</c> and <c>???</c>, outside fenced code and before
/// anything is parsed: under a line of text <c>---</c> would be a heading, and in notes it would not
/// end them.
/// </summary>
internal static class DeckCuts
{
    public static IReadOnlyList<SlideCut> Of(string text, int from)
    {
        var slides = new List<SlideCut>();
        var (start, end, notes) = (from, (int?)null, (int?)null);
        foreach (var line in TextLines.Of(text, from).Where(line => !line.IsCode))
        {
            var next = Math.Min(line.End + 1, text.Length);
            switch (text.AsSpan(line.Start, line.End - line.Start))
            {
                case "---":
                    slides.Add(new(start, end ?? line.Start, notes, line.Start));
                    (start, end, notes) = (next, null, null);
                    break;
                case "???" when notes is null:
                    (end, notes) = (line.Start, next);
                    break;
            }
        }

        slides.Add(new(start, end ?? text.Length, notes, text.Length));
        return slides;
    }
}
