using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Register;

namespace Lms.Web.Features.Learn;

/// <summary>A duty in the words of its reader.</summary>
public sealed record DutyRow(Duty Duty, string Name, string Address, IReadOnlyList<string> Why);

/// <summary>The reader's own duties in words.</summary>
public sealed class DueReads(Duties duties, DutyWords words, InstitutionReads institutions)
{
    public async Task<IReadOnlyList<DutyRow>> OfAsync(
        Lms.Domain.People.PersonId person,
        Texts texts
    )
    {
        var rows = new List<DutyRow>();
        var own = await duties.OfAsync(person);
        var places = await institutions.NamesAsync(
            DutyWords.PlacesOf(own.SelectMany(duty => duty.Why)),
            texts.Language
        );
        foreach (var duty in own)
        {
            IEnumerable<string> why = duty.Why.Select(reason => words.Why(texts, reason, places));
            rows.Add(
                new(
                    duty,
                    await words.NameAsync(texts, duty.What),
                    DutyWords.Address(duty.What),
                    duty.Rule is null
                        ? [texts["shared.duty.why.by-hand"]]
                        : [.. why.Prepend(duty.Rule.In(texts.Language))]
                )
            );
        }

        return rows;
    }
}
