using System.Runtime.InteropServices;
using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>
/// Rows of many people, found by person. All stand in one array: a list for each of a hundred thousand
/// people would cost more to keep than to read.
/// </summary>
/// <param name="numbers">The number of each person.</param>
/// <param name="starts">Where the rows of each number begin, and after the last where they end.</param>
public sealed class RowsOfPeople<T>(Dictionary<PersonId, int> numbers, int[] starts, T[] values)
{
    public RowsOfPeople()
        : this([], [0], []) { }

    public IEnumerable<PersonId> People => numbers.Keys;

    /// <summary>In the order they were read.</summary>
    public IReadOnlyList<T> this[PersonId person]
    {
        get
        {
            // Many of the tables are empty.
            if (numbers.Count == 0 || !numbers.TryGetValue(person, out var at))
            {
                return [];
            }

            return new ArraySegment<T>(values, starts[at], starts[at + 1] - starts[at]);
        }
    }
}

public static class RowsOfPeople
{
    public static RowsOfPeople<T> Of<TRow, T>(
        IReadOnlyList<TRow> rows,
        Func<TRow, PersonId> person,
        Func<TRow, T> value
    )
    {
        var numbers = new Dictionary<PersonId, int>(rows.Count);
        var numberOf = new int[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
                numbers,
                person(rows[at]),
                out var isKnown
            );
            number = isKnown ? number : numbers.Count - 1;
            numberOf[at] = number;
        }

        var starts = new int[numbers.Count + 1];
        foreach (var number in numberOf)
        {
            starts[number + 1]++;
        }

        for (var at = 1; at < starts.Length; at++)
        {
            starts[at] += starts[at - 1];
        }

        var next = starts.ToArray();
        var values = new T[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            values[next[numberOf[at]]++] = value(rows[at]);
        }

        return new(numbers, starts, values);
    }
}
