using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CertificationPeriodTable : IEntityTypeConfiguration<CertificationPeriod>
{
    public void Configure(EntityTypeBuilder<CertificationPeriod> builder)
    {
        builder
            .HasIndex(period => new
            {
                period.PersonId,
                period.Certification,
                period.Cycle,
            })
            .IsUnique();
        builder.HasIndex(period => new { period.Certification, period.Until });
        builder.HasOne<Person>().WithMany().HasForeignKey(period => period.PersonId);
    }
}

internal sealed class PeriodRevocationTable : IEntityTypeConfiguration<PeriodRevocation>
{
    public void Configure(EntityTypeBuilder<PeriodRevocation> builder)
    {
        builder.HasIndex(one => one.Period).IsUnique();
        builder.HasOne<CertificationPeriod>().WithMany().HasForeignKey(one => one.Period);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
    }
}

internal sealed class CertificationSuspensionTable
    : IEntityTypeConfiguration<CertificationSuspension>
{
    public void Configure(EntityTypeBuilder<CertificationSuspension> builder) =>
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
}

internal sealed class WaiverTable : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> builder) =>
        builder.HasOne<Person>().WithMany().HasForeignKey(waiver => waiver.PersonId);
}

internal sealed class ChangeTakenTable : IEntityTypeConfiguration<ChangeTaken>
{
    public void Configure(EntityTypeBuilder<ChangeTaken> builder)
    {
        builder.HasKey(taken => new { taken.PersonId, taken.CourseVersionId });
        builder.HasOne<Person>().WithMany().HasForeignKey(taken => taken.PersonId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(taken => taken.CourseVersionId);
    }
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasIndex(evidence => evidence.Operation).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(evidence => evidence.PersonId);
        builder.HasOne(e => e.File).WithOne().HasForeignKey<EvidenceFile>(f => f.EvidenceId);
        builder
            .HasOne(e => e.Decision)
            .WithOne()
            .HasForeignKey<EvidenceDecision>(d => d.EvidenceId);
    }
}

internal sealed class EvidenceFileTable : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder) =>
        builder.HasKey(file => file.EvidenceId);
}

internal sealed class EvidenceDecisionTable : IEntityTypeConfiguration<EvidenceDecision>
{
    public void Configure(EntityTypeBuilder<EvidenceDecision> builder) =>
        builder.HasKey(decision => decision.EvidenceId);
}
