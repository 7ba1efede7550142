using System.Runtime.InteropServices;
using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>
/// Rows of many people, found by person. All stand in one array: a list for each of a hundred thousand
/// people would cost more to keep than to read.
/// </summary>
public sealed class PersonRows<T>
{
    private readonly Dictionary<PersonId, int> numbers = [];
    private readonly int[] starts = [0];
    private readonly T[] values = [];

    public PersonRows() { }

    private PersonRows(Dictionary<PersonId, int> numbers, int[] starts, T[] values) =>
        (this.numbers, this.starts, this.values) = (numbers, starts, values);

    public IEnumerable<PersonId> People => numbers.Keys;

    /// <summary>In the order they were read.</summary>
    public IReadOnlyList<T> this[PersonId person] =>
        numbers.Count > 0 && numbers.TryGetValue(person, out var at)
            ? new ArraySegment<T>(values, starts[at], starts[at + 1] - starts[at])
            : [];

    public static PersonRows<T> Of<TRow>(
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
