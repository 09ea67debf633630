using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        private const string Refusal = "RegistryEntries are decided once and never changed: correct by a new entry";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RegistryEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    MotherFund = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Event = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Provenance = table.Column<byte>(type: "tinyint", nullable: false),
                    InventedFields = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegistryEntries_MotherFund_State_DecidedAt",
                table: "RegistryEntries",
                columns: new[] { "MotherFund", "State", "DecidedAt" });
            // What was recorded is never changed, what was decided is decided once; nothing is deleted. Texts are compared to the letter,
            // whatever the database's collation. A trigger must be alone in its batch; so the script of the migrations hands it over as text.
            migrationBuilder.Sql($"""
                EXEC(N'CREATE TRIGGER "RegistryEntries_DecidedOnce" ON "RegistryEntries" AFTER UPDATE AS
                BEGIN
                    SET NOCOUNT ON;
                    IF EXISTS (
                        SELECT 1 FROM deleted AS d LEFT JOIN inserted AS i ON i."Id" = d."Id"
                        WHERE d."State" <> 1 OR i."Id" IS NULL OR i."EffectiveFrom" <> d."EffectiveFrom" OR i."RecordedAt" <> d."RecordedAt"
                            OR {Differs("Event")} OR {Differs("Subject")} OR {Differs("RecordedBy")})
                    BEGIN
                        THROW 51000, ''{Refusal}'', 1;
                    END
                END');
                """);
            migrationBuilder.Sql($"""
                EXEC(N'CREATE TRIGGER "RegistryEntries_Kept" ON "RegistryEntries" INSTEAD OF DELETE AS
                BEGIN
                    SET NOCOUNT ON;
                    THROW 51000, ''{Refusal}'', 1;
                END');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegistryEntries");
        }

        private static string Differs(string column) =>
            $"""i."{column}" COLLATE Latin1_General_BIN2 <> d."{column}" COLLATE Latin1_General_BIN2""";
    }
}
