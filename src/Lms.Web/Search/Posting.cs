using System.Runtime.InteropServices;

namespace Lms.Web.Search;

/// <summary>Where in a document a word stands, besides its text.</summary>
[Flags]
internal enum Places : byte
{
    None = 0,
    Title = 1,
    Code = 2,
    Heading = 4,
}

/// <summary>A word in a document: four bytes, because there are hundreds for each lesson.</summary>
/// <param name="Document">Its number in the segment.</param>
/// <param name="Count">Times in the text, 255 at most.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Posting(ushort Document, byte Count, Places Places)
{
    public Posting With(Places place) => this with { Places = Places | place };

    public Posting Again() =>
        Count == byte.MaxValue ? this : this with { Count = (byte)(Count + 1) };
}
