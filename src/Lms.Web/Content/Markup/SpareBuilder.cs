using System.Text;

namespace Lms.Web.Content.Markup;

/// <summary>
/// A builder for each thread that grows once to the size of a page: a course makes hundreds of pages
/// one after another.
/// </summary>
internal static class SpareBuilder
{
    private const int MostKept = 256 * 1024;

    [ThreadStatic]
    private static StringBuilder? spare;

    /// <summary>Whoever asks again before it was given back gets another one.</summary>
    public static StringBuilder Take()
    {
        var taken = spare ?? new StringBuilder();
        spare = null;
        return taken;
    }

    public static void GiveBack(StringBuilder builder)
    {
        if (builder.Capacity <= MostKept)
        {
            spare = builder.Clear();
        }
    }
}
