using System.Runtime.InteropServices;
using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>Rows of many people, found by person: a register of a country asks millions of times.</summary>
public sealed class PersonRows<T>
{
    private readonly Dictionary<PersonId, List<T>> rows = [];

    public static PersonRows<T> Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, PersonId> person,
        Func<TRow, T> value
    )
    {
        var found = new PersonRows<T>();
        foreach (var row in rows)
        {
            found.Add(person(row), value(row));
        }

        return found;
    }

    /// <summary>In the order they were read.</summary>
    public IReadOnlyList<T> this[PersonId person] =>
        rows.TryGetValue(person, out var own) ? own : [];

    public IEnumerable<PersonId> People => rows.Keys;

    private void Add(PersonId person, T value)
    {
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, person, out _);
        (own ??= new(1)).Add(value);
    }
}
