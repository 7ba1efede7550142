using Lms.Domain.People;
using Lms.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class UnavailabilityTable : IEntityTypeConfiguration<Unavailability>
{
    public void Configure(EntityTypeBuilder<Unavailability> builder) =>
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
}

internal sealed class CommunityMoveTable : IEntityTypeConfiguration<CommunityMove>
{
    public void Configure(EntityTypeBuilder<CommunityMove> builder) =>
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
}

internal sealed class ServiceAreaTable : IEntityTypeConfiguration<ServedTerritory>
{
    public void Configure(EntityTypeBuilder<ServedTerritory> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Territory);
    }
}

internal sealed class PeopleImportTable : IEntityTypeConfiguration<PeopleImport>
{
    public void Configure(EntityTypeBuilder<PeopleImport> builder) =>
        builder.HasIndex(import => import.FileHash);
}

internal sealed class ImportedPersonTable : IEntityTypeConfiguration<ImportedPerson>
{
    public void Configure(EntityTypeBuilder<ImportedPerson> builder)
    {
        builder.HasKey(one => new { one.ImportId, one.PersonId });
        builder.HasOne<PeopleImport>().WithMany().HasForeignKey(one => one.ImportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
        builder.Property(one => one.Before).IsJson();
    }
}
