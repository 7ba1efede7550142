using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Blocks.Include;

/// <summary>Where in a chain of includes a text stands.</summary>
/// <param name="Path">Of the text, within the course folder.</param>
internal sealed record Inclusion(string Path)
{
    /// <summary>How many includes may stand in one another.</summary>
    public const int Deepest = 4;

    /// <summary>The texts around this one, the outermost first.</summary>
    public IReadOnlyList<string> Around { get; private init; } = [];

    private Room Left { get; init; } = new();

    public int Depth => Around.Count;

    /// <summary>Of the whole page: what is included counts for it.</summary>
    public bool TakeBytes(int bytes) => (Left.Bytes -= bytes) >= 0;

    /// <summary>The same of paragraphs, items and cells.</summary>
    public bool TakeBlocks(int blocks) => (Left.Blocks -= blocks) >= 0;

    public Inclusion Of(string path) => this with { Path = path, Around = [.. Around, Path] };

    /// <summary>The way back to <paramref name="path"/>; null when it is not among the texts around.</summary>
    public string? CycleTo(string path)
    {
        string[] way = [.. Around, Path, path];
        var start = Array.IndexOf(way, path);
        return start < way.Length - 1 ? string.Join(" → ", way[start..]) : null;
    }

    private sealed class Room
    {
        public int Bytes { get; set; } = MarkupText.MostBytesOfLesson;

        public int Blocks { get; set; } = MarkupText.MostBlocksOf(MarkupText.MostBytesOfLesson);
    }
}
