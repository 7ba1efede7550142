namespace Lms.Web.Pdf;

/// <summary>Rows that go on where the last page ended; heights in points.</summary>
internal sealed class RowFlow<TRow>(IReadOnlyList<TRow> rows, Func<TRow, double> heightOf)
{
    private int drawn;

    public double Height => rows.Sum(heightOf);

    public bool Done => drawn == rows.Count;

    /// <summary>Draws the rows that fit between two heights.</summary>
    /// <param name="atLeastOne">For a fresh page, where a row that never fits must go too.</param>
    public void Draw(double top, double bottom, bool atLeastOne, Action<TRow, double> draw)
    {
        for (var first = drawn; !Done; drawn++)
        {
            var height = heightOf(rows[drawn]);
            if (top + height > bottom && !(atLeastOne && drawn == first))
            {
                return;
            }

            draw(rows[drawn], top);
            top += height;
        }
    }
}
