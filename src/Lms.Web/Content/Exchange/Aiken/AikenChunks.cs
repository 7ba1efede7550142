namespace Lms.Web.Content.Exchange.Aiken;

/// <summary>
/// Parts the lines into questions: one ends with its answer, or where an empty line and another text
/// begin the next. So a question that is wrong does not spoil its neighbours.
/// </summary>
internal static class AikenChunks
{
    private const int MostLines = 100;

    public static IEnumerable<IReadOnlyList<AikenLine>> Of(IEnumerable<AikenLine> lines)
    {
        var chunk = new List<AikenLine>();
        var isAfterBlank = false;
        foreach (var line in lines)
        {
            if (line.Kind == AikenKind.Blank)
            {
                isAfterBlank = true;
                continue;
            }

            var read = line.Kind == AikenKind.Option && !IsOption(line, chunk) ? line.AsText : line;
            var isNext = isAfterBlank && read.Kind == AikenKind.Text;
            if (chunk.Count > 0 && (isNext || chunk.Count == MostLines))
            {
                yield return chunk;
                chunk = [];
            }

            isAfterBlank = false;
            chunk.Add(read);
            if (read.Kind == AikenKind.Answer)
            {
                yield return chunk;
                chunk = [];
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>
    /// A text may begin with an initial, «І. Франко», and an option may lack its space.
    /// </summary>
    private static bool IsOption(AikenLine line, List<AikenLine> chunk)
    {
        var options = chunk.Count(before => before.Kind == AikenKind.Option);
        var isDue = AikenLetter.Latin(line.Letter.ToUpperInvariant()) == AikenLetter.Due(options);
        return options == 0 ? isDue && (line.HasSpace || chunk.Count > 0) : isDue || line.HasSpace;
    }
}
