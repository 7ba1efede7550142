using Lms.Web.Content.Files;

namespace Lms.Web.Content.Yaml;

/// <summary>The keys between two lines of three hyphens, and where the text below begins.</summary>
internal sealed record FrontMatter(Fields Fields, int BodyStart)
{
    private const string Fence = "---";

    /// <summary>Null, with a finding, when the file has none that reads.</summary>
    public static FrontMatter? Read(SourceFile file)
    {
        var text = file.Text;
        var from = LineEnd(text, 0);
        if (text[..from].TrimEnd() != Fence || from == text.Length)
        {
            file.ReportAt(YamlTexts.FrontMatterMissing, 1, 1, null);
            return null;
        }

        var start = from + 1;
        for (var line = start; line < text.Length; )
        {
            var end = LineEnd(text, line);
            if (text[line..end].TrimEnd() == Fence)
            {
                return Of(file, text[start..line], Math.Min(end + 1, text.Length));
            }

            line = end + 1;
        }

        file.ReportAt(YamlTexts.FrontMatterMissing, 1, 1, null);
        return null;
    }

    private static FrontMatter? Of(SourceFile file, string yaml, int bodyStart)
    {
        switch (YamlReader.Read(file, yaml, linesBefore: 1))
        {
            case null:
                return null;
            case YamlMap map:
                return new(new Fields(file, map), bodyStart);
            case var other:
                file.ReportAt(YamlTexts.ExpectsKeys, other.Line, other.Column, null, Fence);
                return null;
        }
    }

    private static int LineEnd(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }
}
